/** There is no such thing, or you may not see it: the page is the same, byte for byte. */
export class NotFound extends Error {
  constructor(what: string) {
    super(`not found: ${what}`)
    this.name = 'NotFound'
  }
}

/** You are signed out, or your session is too old for this page. Becomes the sign-in page, keeping the form. */
export class SignInNeeded extends Error {
  constructor() {
    super('sign-in needed')
    this.name = 'SignInNeeded'
  }
}

/** A request that no page of ours sends: a broken seal, a cross-site post. Becomes a 400 page in plain words. */
export class BadRequest extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'BadRequest'
  }
}

/** More slow work at once than this process takes on. Becomes a 503 page that says to try again. */
export class TooBusy extends Error {
  constructor() {
    super('too busy')
    this.name = 'TooBusy'
  }
}

/** A mistake of whoever runs Kith. The message says what to do; no stack trace is printed. */
export class OperatorError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'OperatorError'
  }
}
