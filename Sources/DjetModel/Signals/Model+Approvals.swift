import DjetJSON
import DjetStore
package import Foundation

extension Model {
    /// Makes a link with which somebody who has no other access may answer a question once: they approve or
    /// reject. The answer is a signal to a job, true or false.
    ///
    /// ```swift
    /// try await model.step("ask") { model in
    ///     let path = try await model.addApproval(
    ///         "approval", of: ticket, asking: "Pay 12.50 to Ada?", whom: "helen@example.com",
    ///         within: .seconds(7 * 86_400))
    ///     try await model.call(SendMail(to: "helen@example.com", text: "https://shop.example\(path)"))
    /// }
    /// let isApproved = try await model.signal("approval", as: Bool.self, within: .seconds(7 * 86_400))
    /// ```
    ///
    /// Only the hash of the link's token is stored. The link ends with its first use.
    ///
    /// - Parameters:
    ///   - signal: the name of the signal.
    ///   - ticket: the job that waits for it, or will.
    ///   - question: the question on the page, of up to 2,000 characters.
    ///   - whom: the person who is asked, and is noted as the sender.
    ///   - limit: the time for which the link is valid, a year at the most.
    /// - Returns: the link's path on the site, now and never again.
    /// - Throws: `ModelError.invalid` for values that no link can have; `.conflict` if the site has no node
    ///   of the basetype `approval`; `JobError.unknown` for a job of a tenant to which the acting user is not
    ///   confined.
    public func addApproval(
        _ signal: String, of ticket: TicketID, asking question: String, whom: String? = nil,
        within limit: Duration
    ) async throws -> String {
        // Nobody who is confined to tenants asks about the jobs of others.
        if tenants != nil { _ = try await state(of: ticket) }
        let limit = min(limit, .seconds(400 * 86_400))
        let path = try await answer(
            """
            select djet.add_approval(
              \("\(ticket)"), \(Self.plain(signal)), \(Self.plain(question)), \(Self.plain(whom)),
              \(limit)::interval, \(user), \(address), \(now))
            """, as: String.self)
        guard let path else { throw ModelError.unavailable("the link was made but not returned") }
        return path
    }

    /// Returns the approval of a link's token. Looking does not use it up.
    ///
    /// Throws `ModelError.notFound` if the token is not valid, or no longer; `ModelError.conflict` if the job
    /// takes no answer, or no longer; `JobError.unknown` if it was deleted.
    package func approval(ofToken token: String) async throws -> Approval {
        guard Self.isToken(token) else { throw Self.noApproval }
        let found: Approval? = try await answer("select * from djet.approval_of(\(token), \(now))")
        guard let found else { throw Self.noApproval }
        // Whoever has the link may look, whomever else they are signed in as.
        if let reason = try await confined(to: []).refusal(of: found) { throw ModelError.conflict(reason) }
        return found
    }

    /// Returns the reason why a job takes no answer, or no longer; nil if it takes one.
    private func refusal(of approval: Approval) async throws -> String? {
        let status = try await state(of: approval.ticket).status
        guard !status.isEnded else {
            return "the job \(approval.ticket) has ended as \(status.rawValue): it takes no answer any more"
        }
        let signal = try await signals(of: approval.ticket).first { $0.name == approval.signal }
        if signal?.sentAt != nil { return "the job \(approval.ticket) has its answer already" }
        if signal?.timedOutAt != nil { return "an answer comes too late: \(approval.ticket) waits no longer" }
        return nil
    }

    /// Answers an approval, and uses its link up. Throws what `sendSignal` throws, which leaves the link
    /// valid, and `ModelError.notFound` if the token is not valid, or no longer.
    package func answerApproval(_ token: String, approves: Bool) async throws {
        guard Self.isToken(token) else { throw Self.noApproval }
        // Whoever has the link may answer, whomever else they are signed in as.
        try await confined(to: []).transaction { model in
            let used: Approval? = try await model.answer(
                "select * from djet.use_approval(\(token), \(now))")
            guard let used else { throw Self.noApproval }
            try await model.sendSignal(
                used.signal, json: approves ? "true" : "false", to: used.ticket, by: used.whom)
            try await model.audit(
                "approval.answer", "\(used.ticket)",
                detail: [
                    "signal": .text(used.signal), "approves": .flag(approves),
                    "whom": used.whom.map(JSONValue.text) ?? .null,
                ])
        }
    }

    /// The error for a token of no link.
    package static let noApproval = ModelError.notFound(
        "this link is no longer valid: it was used, or its time is over. Ask for another one.")
}

/// A question that somebody may answer once, by a link.
package struct Approval: Codable, Hashable, Sendable {
    /// The job that the answer is for.
    package var ticket: TicketID
    /// The name of the signal.
    package var signal: String
    /// The question.
    package var question: String
    /// The person who is asked.
    package var whom: String?
    /// The time when the link is over.
    package var expiresAt: Date
}
