package import DjetModel

/// Works like ``Toil``, with a time limit of 200 ms.
package struct BriefToil: ModelFunction {
    package static let name = "test.brief-toil"
    package static let commit = Commit.detached
    package static let retry = Retry.never
    package static let timeout: Duration? = .milliseconds(200)
    package var seconds: Int

    package init(seconds: Int) { self.seconds = seconds }

    package func run(in model: Model) async throws -> Bool {
        try Toil(seconds: seconds).toil()
    }
}
