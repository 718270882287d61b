/// The columns that few files have: discount and currency.
extension OrderLineRules {
    /// Returns the share of the price that is not asked for; nil if there is none.
    func discount(of record: CSVRecord) throws(RejectReason) -> FixedShare? {
        let share = try self.share(.discount, at: columns.discount, of: record)
        let percent = try self.share(.discountPercent, at: columns.discountPercent, of: record)
        if share != nil, percent != nil { throw .terms(.discountIsGivenTwice) }
        guard let discount = share ?? percent, discount.millionths > 0 else { return nil }
        return discount
    }

    private func share(
        _ column: OrderColumn, at position: Int?, of record: CSVRecord
    ) throws(RejectReason) -> FixedShare? {
        guard let position, let numeral = try numeral(at: position, of: record) else { return nil }
        let bytes = numeral.bytes(of: record)
        do throws(FixedNumber.Problem) {
            return try FixedShare(bytes, style, inPercent: column == .discountPercent)
        } catch {
            switch error {
            case .undecided: throw .undecidedNumber(column, String(decoding: bytes, as: UTF8.self))
            case .notANumber, .tooLong: throw .terms(column == .discount ? .notAShare : .notAPercentage)
            }
        }
    }

    /// Returns the currency in capitals; nil if there is none. SQL knows the codes that exist.
    func currency(of record: CSVRecord) throws(RejectReason) -> LineText? {
        guard let text = try text(.currency, at: columns.currency, of: record, limit: 64) else { return nil }
        let code = text.bytes(of: record)
        guard code.count == 3, code.allSatisfy({ $0.isLetterOrDigit && !$0.isDigit }) else {
            throw .terms(.notACurrency)
        }
        return .own(code.map { $0 & 0xDF })
    }
}

/// A reason why the discount or the currency of a line is none.
package enum OrderTermsFault: Equatable, CustomStringConvertible {
    case notAShare
    case notAPercentage
    case discountIsGivenTwice
    case notACurrency

    /// The reason for people.
    package var description: String {
        switch self {
        case .notAShare:
            "the discount is not a share from 0 to 1, such as 0.05, nor a percentage with its sign, such as 5%"
        case .notAPercentage: "the discount percent is not a number from 0 to 100, with at most 4 decimals"
        case .discountIsGivenTwice: "the discount is given twice: as a share and in percent"
        case .notACurrency: "the currency is not a code of ISO 4217, such as EUR"
        }
    }
}
