import DjetModel
import HTTPTypes

extension Visit {
    /// Returns a download's writer that takes a seat, and that disconnects the client as soon as the visitor
    /// has fewer rights than they came with.
    ///
    /// Throws `RequestError` of 429 if all the visitor's seats are taken.
    func lastingDownload(_ write: @escaping Reply.Write) throws -> Reply.Write {
        let seat = try takeSeat()
        // The visit is not captured: what it holds would stay as long as the client.
        let (lasting, pass, client) = (site.lasting, Pass(self), self.client)
        return { writer in
            let id = lasting.enter(pass) { client?.disconnect() }
            defer {
                lasting.leave(id)
                withExtendedLifetime(seat) {}
            }
            try await write(&writer)
        }
    }

    /// Runs `body`, which may take long, for as long as the visitor has the rights that they came with.
    ///
    /// Throws the errors of `body`, and `RequestError` of 401 as soon as a right is lost; `body` is cancelled
    /// then.
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
                throw RequestError(
                    .unauthorized,
                    "your session or token has ended, or has lost a right, since you asked: ask again"
                )
            }
            defer { tasks.cancelAll() }
            guard let result = try await tasks.next() else { throw CancellationError() }
            return result
        }
    }
}
