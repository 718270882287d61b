package import DjetModel

/// Keeps a thread busy until its time is over. Then it returns true; cancelled before, it throws.
package struct BusyLoop: ModelFunction {
    package static let name = "test.busy-loop"
    package static let commit = Commit.detached
    package static let retry = Retry.never
    package var seconds: Int

    package init(seconds: Int) { self.seconds = seconds }

    package func run(in model: Model) async throws -> Bool {
        await model.report(done: 0, note: "here")
        return try spin()
    }

    fileprivate func spin() throws -> Bool {
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end { try Task.checkCancellation() }
        return true
    }
}

/// Works like ``BusyLoop``, with a time limit of 200 ms.
package struct LimitedBusyLoop: ModelFunction {
    package static let name = "test.limited-busy-loop"
    package static let commit = Commit.detached
    package static let retry = Retry.never
    package static let timeout: Duration? = .milliseconds(200)
    package var seconds: Int

    package init(seconds: Int) { self.seconds = seconds }

    package func run(in model: Model) async throws -> Bool {
        try BusyLoop(seconds: seconds).spin()
    }
}
