/// Why a text is not CSV. Whoever meets one of these cannot read on: where the next record begins is unknown.
package enum CSVError: Error, Equatable {
    /// A field that begins on, or in the record of, this line opens a quote that nothing closes.
    case unclosedQuote(line: Int)

    /// Text follows a closing quote where a delimiter or a line end must.
    case textAfterQuote(line: Int)

    /// The record that begins on this line is longer than ``CSVReader/longestRecord``.
    case recordTooLong(line: Int, insideQuotes: Bool)

    /// The line where the record begins.
    package var line: Int {
        switch self {
        case .unclosedQuote(let line), .textAfterQuote(let line), .recordTooLong(let line, _): line
        }
    }
}

extension CSVError: CustomStringConvertible {
    /// What is wrong, what was expected and what to do, as the rest of a sentence that begins with file and
    /// line.
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
