/// A reason why a text is not CSV. Reading cannot go on: the beginning of the next record is unknown.
package enum CSVError: Error, Equatable {
    /// A quote that nothing closes. Its field begins on this line, or its record does.
    case unclosedQuote(line: Int)

    /// Text behind a closing quote, where a delimiter or a line end must follow.
    case textAfterQuote(line: Int)

    /// A record, begun on this line, that is longer than ``CSVReader/longestRecord``.
    case recordTooLong(line: Int, insideQuotes: Bool)

    /// The line of the error, or the line where its record begins.
    package var line: Int {
        switch self {
        case .unclosedQuote(let line), .textAfterQuote(let line), .recordTooLong(let line, _): line
        }
    }
}

extension CSVError: CustomStringConvertible {
    /// The fault, the expectation and the remedy, as the rest of a sentence that begins with file and line.
    package var description: String {
        switch self {
        case .unclosedQuote:
            "a quote (\") is opened and never closed; close it, or double each quote inside a quoted field"
        case .textAfterQuote:
            "text follows a closing quote (\") where a delimiter or the end of the line is expected; "
                + "double each quote inside a quoted field"
        case .recordTooLong(_, insideQuotes: true):
            "the line is longer than 1 MiB because a quote (\") is opened and not closed; close it"
        case .recordTooLong(_, insideQuotes: false):
            "the line is longer than 1 MiB, more than any record needs; "
                + "save the file again as CSV with one record on each line"
        }
    }
}
