/// Why a line of an order file does not become an order line.
package enum RejectReason: Error, Equatable {
    case wrongFieldCount(Int, expected: Int)
    case missing(OrderColumn)
    case notANumber(OrderColumn)
    case numberTooLong(OrderColumn)
    case undecidedNumber(OrderColumn, String)
    case quantityIsZero
    case textTooLong(OrderColumn, limit: Int)
    case notAText(OrderColumn, PlainText.Problem)
    case unreadableDate(DateOrder?)
    case notOfTheEncoding(String)
}

extension RejectReason: CustomStringConvertible {
    /// The reason for people, as the file of rejects gives it.
    package var description: String {
        switch self {
        case .wrongFieldCount(let count, let expected):
            "the line has \(count) \(count == 1 ? "field" : "fields"), the header has \(expected)"
        case .missing(let column):
            "the \(column.title) is missing"
        case .notANumber(let column):
            "the \(column.title) is not a number"
        case .numberTooLong(let column):
            "the \(column.title) has more than 8 digits before or more than 4 after the decimal point"
        case .undecidedNumber(let column, let text):
            "the \(column.title) \(text) is one number with a decimal point and another with a decimal comma; "
                + "say which by the argument decimal"
        case .quantityIsZero:
            "the quantity is 0"
        case .textTooLong(let column, let limit):
            "the \(column.title) has more than \(limit) characters"
        case .notAText(let column, let problem):
            "the \(column.title) \(problem.reason)"
        case .unreadableDate(let order):
            "the date is not of the form \(order?.example ?? DateOrder.ymd.example)"
                + (order == nil ? "; say by the argument dates in which order day, month and year stand" : "")
        case .notOfTheEncoding(let name):
            "the line has bytes that are no \(name)"
        }
    }
}
