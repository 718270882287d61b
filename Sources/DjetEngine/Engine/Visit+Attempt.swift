import DjetModel

extension Visit {
    /// Does it. What the visitor can do something about is told to people on the page where they tried, and to
    /// programs with the fields that are wrong.
    func attempt(
        _ body: () async throws -> Reply, orShow page: (Refusal) async throws -> Reply
    ) async throws -> Reply {
        do {
            return try await body()
        } catch {
            guard let refusal = Refusal(forPageOf: error) else { throw error }
            if wantsHTML { return Reply(refusal, try await page(refusal)) }
            // It alone has a status and headers that the error itself knows nothing of.
            if error is SignInError { throw refusal }
            throw error
        }
    }
}
