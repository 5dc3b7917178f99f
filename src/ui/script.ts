/**
 * The one inline script, word for word govuk-frontend's: it must run before the first paint, or parts that script
 * will hide flash up first.
 */
export const SUPPORTED_SCRIPT =
  "document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');"

/** What the content security policy's `script-src` needs, in quotation marks, to let that script run. */
export const SUPPORTED_SCRIPT_HASH = 'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw='
