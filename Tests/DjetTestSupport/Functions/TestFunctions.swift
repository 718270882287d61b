package import DjetModel

/// The functions that the tests and the processes they start have in common.
package let testFunctions: [any ModelFunction.Type] = [
    Echo.self, Refuse.self, Effect.self, Linger.self, BigFile.self, Twice.self, Chatter.self, Silence.self,
    Climb.self, Toil.self, BriefToil.self,
]

/// Doubles a number without a transaction.
package struct Twice: ModelFunction {
    package static let name = "test.twice"
    package static let commit = Commit.detached
    package var number: Int

    package init(number: Int) { self.number = number }

    package func run(in model: Model) async throws -> Int { number * 2 }
}
