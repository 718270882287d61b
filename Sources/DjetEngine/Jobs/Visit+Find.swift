import DjetModel
import Foundation

extension Visit {
    /// Returns the address of the jobs that somebody asks for in the search box: a ticket, or the number in
    /// it, leads to the job; a kind, a queue or words of the arguments lead to the list.
    func path(toJobs words: String) async throws -> String {
        let words = words.trimmingCharacters(in: .whitespacesAndNewlines)
        if let ticket = try await findTicket(words) { return path("\(ticket)") }
        return path() + (try await search(for: words)).question()
    }

    /// Returns the ticket `slow.42` for itself, for `42` and for `#42`; nil if there is no such job.
    private func findTicket(_ words: String) async throws -> TicketID? {
        let number = Int64(words.hasPrefix("#") ? String(words.dropFirst()) : words)
        guard let wanted = number ?? TicketID(words)?.number, wanted > 0,
            let ticket = try await model.ticket(numbered: wanted)
        else { return nil }
        return number != nil || ticket.description == words ? ticket : nil
    }

    /// Returns the search for a kind, one that no other kind resembles included, for a queue, or for words in
    /// the arguments. Whoever may not see arguments searches for kinds alone.
    private func search(for words: String) async throws -> JobSearch {
        guard !words.isEmpty else { return JobSearch() }
        let kinds = try await kindChoices()
        if kinds.contains(words) { return JobSearch(kind: words) }
        if try await queueChoices(selected: nil).contains(where: { $0.value == words }) {
            return JobSearch(queue: words)
        }
        let alike = kinds.filter { $0.localizedCaseInsensitiveContains(words) }
        if alike.count == 1 { return JobSearch(kind: alike[0]) }
        // The kind of live jobs that this program does not know.
        let isKind = try await !model.findJobs(JobSearch(kind: words), limit: 1).jobs.isEmpty
        return isKind || !may(.arguments) ? JobSearch(kind: words) : JobSearch(text: words)
    }
}
