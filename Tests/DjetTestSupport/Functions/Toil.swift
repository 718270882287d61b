package import DjetModel

/// Keeps a thread busy until its time is over. Then it returns true; cancelled before, it throws.
package struct Toil: ModelFunction {
    package static let name = "test.toil"
    package static let commit = Commit.detached
    package static let retry = Retry.never
    package var seconds: Int

    package init(seconds: Int) { self.seconds = seconds }

    package func run(in model: Model) async throws -> Bool {
        await model.report(done: 0, note: "here")
        return try toil()
    }

    func toil() throws -> Bool {
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end { try Task.checkCancellation() }
        return true
    }
}
