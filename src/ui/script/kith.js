// Starts the parts of govuk-frontend that pages mark with data-module. Pages work without it.
import { initAll } from 'govuk-frontend'

// WAI-ARIA gives radio buttons no aria-expanded, and axe objects to it; govuk-frontend sets it on those that show
// another question. aria-controls stays.
const radios = '.govuk-radios__input[aria-expanded]'
const settle = () => {
  for (const radio of document.querySelectorAll(radios)) radio.removeAttribute('aria-expanded')
}

initAll()
settle()
new MutationObserver(settle).observe(document.body, { subtree: true, attributeFilter: ['aria-expanded'] })
