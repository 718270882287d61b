/// Why a line of an order file does not become an order line.
package enum RejectReason: Error, Equatable {
    case wrongFieldCount(Int, expected: Int)
    case missing(OrderColumn)
    case notANumber(OrderColumn)
    case numberTooLong(OrderColumn)
    case quantityIsZero
    case negativeQuantity
    case negativePrice
    case textTooLong(OrderColumn, limit: Int)
    case unreadableDate
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
        case .quantityIsZero:
            "the quantity is 0"
        case .negativeQuantity:
            "the quantity is negative, but the order number does not start with C, so this is not a return"
        case .negativePrice:
            "the unit price is negative"
        case .textTooLong(let column, let limit):
            "the \(column.title) has more than \(limit) characters"
        case .unreadableDate:
            "the date is not of the form 2010-12-01"
        }
    }
}
