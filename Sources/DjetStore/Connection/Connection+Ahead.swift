extension Connection {
    /// The most statements sent but not yet answered.
    private static let ahead = 4

    /// Runs statements of an open transaction while they are made, so that the server need not idle until
    /// this side has received the previous answer.
    ///
    /// - Parameter next: makes the next statement; returns nil after the last.
    /// - Returns: the rows of each statement. Throws the error of the first one that failed, what `next`
    ///   throws, or `CancellationError`.
    package func run(ahead next: () throws -> Statement?) async throws -> [Rows] {
        // After a failed `begin`, each statement would be committed by itself.
        try await settlePosted()
        let (outcomes, told) = AsyncStream.makeStream(of: Outcome.self)
        var answers = outcomes.makeAsyncIterator()
        var rows: [Rows] = []
        var count = 0
        while true {
            let statement = try next()
            if let statement {
                count += 1
                try await sendWithoutWaiting([[statement]]) { told.yield($0) }
            }
            guard count > rows.count else { return rows }
            guard statement == nil || count - rows.count >= Self.ahead else { continue }
            guard let outcome = await answers.next() else { throw CancellationError() }
            rows.append(try outcome.get()[0])
        }
    }
}
