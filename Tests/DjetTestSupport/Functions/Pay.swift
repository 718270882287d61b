package import DjetModel
import Foundation

/// Takes a secret card, and maybe a secret token. Returns how long they are.
package struct Pay: ModelFunction {
    package static let name = "test.pay"
    package static let retry = Retry.never
    package static var secret: Secret { .arguments("card", "token") }
    package var order: Int
    package var card: String
    package var token: String?

    package init(order: Int, card: String, token: String? = nil) {
        self.order = order
        self.card = card
        self.token = token
    }

    package func run(in model: Model) async throws -> [Int] { [order, card.count, token?.count ?? 0] }
}

/// Returns a text that is secret as a whole.
package struct Confide: ModelFunction {
    package static let name = "test.confide"
    package static let commit = Commit.detached
    package static var secret: Secret { .everything }
    package var text: String

    package init(text: String) { self.text = text }

    package func run(in model: Model) async throws -> String { text }
}

/// Returns keys of these ids as a setting has them, each the same for the same id.
package func textOfKeys(_ ids: [String]) -> String {
    ids.map { id in
        let byte = id.utf8.reduce(UInt8(0), &+)
        return "\(id):\(Data(repeating: byte, count: 32).base64EncodedString())"
    }.joined(separator: ",")
}

extension Model {
    /// Returns the same environment with keys of these ids, the first of which writes.
    package func withKeys(_ ids: String...) throws -> Model {
        sealing(with: try SecretKeys(textOfKeys(ids)))
    }
}
