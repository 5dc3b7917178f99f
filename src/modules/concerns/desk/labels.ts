/** Words of the interface for what the vault's tables say. */
export const CHANNELS = ['telephone', 'letter', 'email', 'in-person'] as const
export const CHANNEL_WORDS: Readonly<Record<string, string>> = {
  online: 'Online',
  telephone: 'Telephone',
  letter: 'Letter',
  email: 'Email',
  'in-person': 'In person',
}
export const STATUS_WORDS: Readonly<Record<string, string>> = {
  received: 'To decide',
  decided: 'Decided',
  closed: 'Closed',
}
export const ROUTE_WORDS: Readonly<Record<string, string>> = {
  advice: 'Advice to whoever raised it',
  signpost: 'Point to another service',
  children: 'Children’s safeguarding',
  adults: 'Adults’ safeguarding',
  police: 'Police',
  none: 'No further action',
}
export const TOLD_WORDS: Readonly<Record<string, string>> = {
  'not-yet': 'Not yet',
  'not-yet-awaiting-police': 'Not yet, awaiting the police’s first check',
  told: 'Yes',
  'not-told-unsafe': 'No, because telling them is not safe',
}
export const HANDOVER_WORDS: Readonly<Record<string, string>> = {
  waiting: 'Waiting for a second officer',
  confirmed: 'Confirmed by a second officer',
  refused: 'Refused by a second officer',
  superseded: 'Replaced by a later decision',
  'sent-unchecked': 'Sent at once, check owed',
  checked: 'Sent at once, then checked',
  disputed: 'Sent at once; the second officer does not agree',
}
export const REPLY_WORDS: Readonly<Record<string, string>> = {
  receipt: 'On this website, with their receipt',
  telephone: 'Telephone',
  email: 'Email',
  letter: 'Letter',
}

/** What the vault's log says was done, in words. */
export const ACT_WORDS: Readonly<Record<string, string>> = {
  'concern.read': 'Read the concern',
  'concern.found': 'Found the concern by searching',
  'concern.recorded': 'Recorded the concern',
  'concern.acknowledged': 'Acknowledged it',
  'concern.assigned': 'Assigned it',
  'concern.noted': 'Added a note',
  'concern.replied': 'Replied',
  'concern.decided': 'Decided',
  'concern.told-set': 'Said whether they had been told',
  'concern.stepped-back': 'Stepped back',
  'concern.closed': 'Closed it',
  'concern.reopened': 'Reopened it',
  'handover.confirmed': 'Confirmed the hand-over to the police',
  'handover.refused': 'Refused the hand-over to the police',
  'handover.checked': 'Checked the urgent hand-over',
  'handover.disputed': 'Did not agree with the urgent hand-over',
  'search.made': 'Searched the vault',
  'queue.read': 'Read the list of concerns',
  'log.read': 'Read this log',
  'day.began': 'Began a new day of this log',
  'clocks.read': 'Read the clocks',
  'vault.opened': 'Opened the vault',
  'vault.locked': 'Locked the vault',
  'vault.refused': 'Tried to open the vault, and it stayed shut',
  'vault.throttled': 'Tried to open the vault too often',
  'vault.made': 'Made the vault',
  'vault.granted': 'Gave access to the vault',
  'vault.break-glass': 'Gave access for a time, in an emergency',
  'vault.break-glass-reviewed': 'Reviewed an access for a time',
  'vault.rotated': 'Made a new key for the vault',
  'vault.passphrase-set': 'Set a vault passphrase',
  'vault.passphrase-changed': 'Changed their vault passphrase',
  'vault.passphrase-replaced': 'Set a new vault passphrase after forgetting one',
}

/** Why an officer searches. */
export const PURPOSE_WORDS: Readonly<Record<string, string>> = {
  'same-person': 'To see whether a new concern is about somebody already known',
  'follow-up': 'To find a concern that I work on',
  rights: 'To answer somebody who asked what is held about them',
  oversight: 'To check how concerns are dealt with',
}
