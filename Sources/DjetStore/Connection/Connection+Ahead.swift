extension Connection {
    /// As many statements the server may have at hand that it has not answered.
    private static let ahead = 4

    /// Runs statements of an open transaction while they are made: the server need not wait for the next until this side has
    /// heard of the one before.
    ///
    /// - Parameter next: makes the next statement; nil if there are no more.
    /// - Returns: what each of them has answered. Throws what the first failed with that did, and what `next` throws.
    package func run(ahead next: () throws -> Statement?) async throws -> [Rows] {
        // Behind a beginning that failed, each would be committed by itself.
        try await settlePosted()
        let (outcomes, told) = AsyncStream.makeStream(of: Outcome.self)
        var answers = outcomes.makeAsyncIterator()
        var rows: [Rows] = []
        var count = 0
        while true {
            let statement = try next()
            if let statement {
                count += 1
                try await sendAway([[statement]]) { told.yield($0) }
            }
            guard count > rows.count else { return rows }
            guard statement == nil || count - rows.count >= Self.ahead else { continue }
            guard let outcome = await answers.next() else { throw CancellationError() }
            rows.append(try outcome.get()[0])
        }
    }
}
