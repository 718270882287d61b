import DjetModel
import HTTPTypes

extension Visit {
    /// Does what may take long, for as long as the visitor has the rights that they came with.
    ///
    /// Throws `Refusal` of 401 as soon as they have not, and then cancels `body`; and what `body` throws.
    func lasting<Result: Sendable>(
        _ body: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        let (losses, tell) = AsyncStream.makeStream(of: Void.self)
        let id = site.lasting.enter(Pass(self)) { tell.finish() }
        defer { site.lasting.leave(id) }
        return try await withThrowingTaskGroup(of: Result.self) { tasks in
            tasks.addTask { try await body() }
            tasks.addTask {
                for await _ in losses {}
                try Task.checkCancellation()
                throw Refusal(
                    .unauthorized, "your session or token is over, or may less than when you asked: ask again"
                )
            }
            defer { tasks.cancelAll() }
            guard let result = try await tasks.next() else { throw CancellationError() }
            return result
        }
    }
}
