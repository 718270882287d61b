/// A reason why a line of an order file does not become an order line.
package enum RejectReason: Error, Equatable {
    case wrongFieldCount(Int, expected: Int)
    case missing(OrderColumn)
    case hasNoLetterOrDigit(OrderColumn)
    case notANumber(OrderColumn)
    case numberTooLong(OrderColumn)
    case undecidedNumber(OrderColumn, String)
    case quantityIsZero
    case terms(OrderTermsFault)
    case textTooLong(OrderColumn, limit: Int)
    case notAText(OrderColumn, PlainText.Problem)
    case spreadsheetError(OrderColumn)
    case unreadableDate(DateOrder?)
    case unreadableTime
    case notOfTheEncoding(String)
    case hasNUL
}

extension RejectReason: CustomStringConvertible {
    /// The reason for people, as written in the file of rejects.
    package var description: String {
        switch self {
        case .wrongFieldCount(let count, let expected):
            "the line has \(count) fields, the header has \(expected)"
        case .missing(let column): "the \(column.title) is missing"
        case .hasNoLetterOrDigit(let column):
            "the \(column.title) has neither a letter nor a digit"
        case .notANumber(let column): "the \(column.title) is not a number"
        case .numberTooLong(let column):
            "the \(column.title) has more than 8 digits before or more than 4 after the decimal point"
        case .undecidedNumber(let column, let text):
            "the \(column.title) \(text) is one number with a decimal point and another with a decimal comma; "
                + "say which in the field decimal of sales.import-orders"
        case .quantityIsZero: "the quantity is 0"
        case .terms(let fault): fault.description
        case .textTooLong(let column, let limit):
            "the \(column.title) has more than \(limit) characters"
        case .notAText(let column, let problem):
            "the \(column.title) \(problem.reason)"
        case .spreadsheetError(let column):
            "the \(column.title) is an error of a spreadsheet; write what it should be"
        case .unreadableDate(let order):
            "the date is not a day of the form \(order?.example ?? DateOrder.ymd.example)"
                + (order == nil
                    ? "; say in the field dates of sales.import-orders in which order day, month and year stand"
                    : "")
        case .unreadableTime:
            "what follows the day is not a time such as 8:26, 08:26:00 or 8:26 PM"
        case .hasNUL: "the line has a NUL byte; write again what stood there"
        case .notOfTheEncoding(let name): "the line has bytes that are not \(name)"
        }
    }
}
