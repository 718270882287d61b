package import DjetModel

/// The functions that the tests and the processes they start have in common.
package let testFunctions: [any ModelFunction.Type] = [
    Echo.self, Refuse.self, Effect.self, SleepAnHour.self, BigFile.self, Twice.self, WriteLog.self,
    WaitAtGate.self, ThreeSteps.self, BusyLoop.self, LimitedBusyLoop.self,
    Share.self, TellOutcome.self, Dwell.self,
]

/// Doubles a number without a transaction.
package struct Twice: ModelFunction {
    package static let name = "test.twice"
    package static let commit = Commit.detached
    package var number: Int

    package init(number: Int) { self.number = number }

    package func run(in model: Model) async throws -> Int { number * 2 }
}

/// Returns its argument.
package struct Echo: ModelFunction {
    package static let name = "test.echo"
    package var text: String

    package init(text: String) { self.text = text }

    package func run(in model: Model) async throws -> String { text }
}
