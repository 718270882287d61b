import DjetModel

extension Visit {
    /// Runs `body`. People see an error that they can correct on the page where they tried; programs get it
    /// with the faulty fields.
    func attempt(
        _ body: () async throws -> Reply, orShow page: (RequestError) async throws -> Reply
    ) async throws -> Reply {
        do {
            return try await body()
        } catch {
            guard let refusal = RequestError(forPageOf: error) else { throw error }
            if wantsHTML { return Reply(refusal, try await page(refusal)) }
            // Only a sign-in error does not itself know its status and headers.
            if error is SignInError { throw refusal }
            throw error
        }
    }
}
