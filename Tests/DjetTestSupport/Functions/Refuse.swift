package import DjetModel
import DjetStore

/// Throws in one of the ways in which a function can.
package struct Refuse: ModelFunction {
    package enum Way: String, Codable, Sendable, CaseIterable {
        case model, own, sql, foreign
    }

    /// An application's own error.
    package struct TooHeavy: FinalError, Codable, Hashable {
        package var grams: Int

        package init(grams: Int) { self.grams = grams }
    }

    /// An error that cannot be encoded.
    package struct Foreign: FinalError, CustomStringConvertible {
        package var description: String { "out of paper" }
    }

    package static let name = "test.refuse"
    package static let retry = Retry.never
    package var way: Way

    package init(_ way: Way) { self.way = way }

    package func run(in model: Model) async throws -> Nothing {
        switch way {
        case .model: throw ModelError.conflict("order 7 has not shipped")
        case .own: throw TooHeavy(grams: 2_001)
        case .foreign: throw Foreign()
        case .sql:
            try await model.database.query(
                "do $$ begin raise exception 'no such order' using errcode = 'DJ404'; end $$")
            return Nothing()
        }
    }
}
