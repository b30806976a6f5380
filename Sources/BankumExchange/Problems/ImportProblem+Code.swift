import BankumModel

extension ImportProblem {
  /// Everything that can be wrong with a file; the parameters of each are in brackets.
  package enum Code: String, Coded {
    /// Nothing is in the file.
    case fileEmpty
    /// The file is too large (most bytes).
    case fileTooLarge
    /// It is not text but the file of another program, to be saved as CSV there (xlsx, xls, html, pdf, zip).
    case notSavedAsText
    /// The line has bytes that no text has.
    case binaryContent
    /// The line is no text in the encoding that the file began with (utf8, utf16).
    case encodingInvalid

    /// There are too many rows (most rows).
    case tooManyRows
    /// A row has too many fields (most fields).
    case tooManyFields
    /// A field is too long (most bytes).
    case fieldTooLong
    /// A quotation mark is opened and never closed; the rest of the file would be one field.
    case unclosedQuote
    /// Something stands between a closing quotation mark and the next separator.
    case strayQuote
    /// The row has another number of fields than the heading (the heading's number); the value is the row's number.
    case raggedRow
    /// There are headings and not one row.
    case noRows

    /// A column that must be there is not (its names).
    case headerMissing
    /// The same column is there twice (the number of the first).
    case headerTwice

    /// The field must not be empty.
    case valueMissing
    /// The field holds a character that changes how others are shown (its number, such as U+202E).
    case hiddenCharacter
    /// The text is too long for this column (most bytes).
    case textTooLong
    /// It is no date in any known form.
    case dateSyntax
    /// It has the form of a date, and there is no such day.
    case dateNotReal
    /// The day lies outside what this column can hold (first day, last day).
    case dateImplausible
    /// It is no register number.
    case registerNumberSyntax
    /// It is no id (an id of the kind).
    case idSyntax
    /// It is none of the words of this column (their codes).
    case wordUnknown
    /// It is no whole number.
    case numberSyntax
    /// The number is too small or too large (least, most).
    case numberRange
    /// It is no time, or no stretch of hours of one day.
    case hoursSyntax
    /// It is no language that is known by this name or code.
    case languageSyntax
    /// It is no threatened punishment: years, life or death.
    case threatSyntax

    /// The last day lies before the first (the first).
    case endBeforeStart
    /// What may be there once is there again (the line of the first).
    case duplicate
    /// It says another thing than an earlier row about the same (the line of that row).
    case contradiction
    /// The field must be filled because others are, or because they are not (the names of those columns).
    case neededToo
    /// Both columns name the same person.
    case samePerson
    /// More was wrong than is listed (how many more).
    case moreProblems
  }
}
