/** Quotes a name for use in SQL that cannot take parameters (roles, databases, passwords at creation). */
export const ident = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Quotes a text literal, for the same few statements. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
