import DjetModel
import DjetStore

struct PayFine: ModelFunction {
    static let name = "library.pay-fine"
    static let commit = Commit.detached
    static var secret: Secret { .arguments("card") }  // .everything: all arguments, and the reply
    var reader: String
    var card: String

    func run(in model: Model) async throws -> String {
        let till = try model.service((any Till).self)
        guard try await till.isOpen else { throw Snooze(for: .seconds(300)) }
        return try await till.charge(card, for: reader, key: model.job?.key)
    }
}

/// Charges a card once for each key.
protocol Till: Sendable {
    var isOpen: Bool { get async throws }
    func charge(_ card: String, for reader: String, key: String?) async throws -> String
}
