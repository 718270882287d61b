import DjetModel
import HTTPTypes

/// The tickets of offloaded work: status, progress, log, reply and files, for people and programs.
///
/// A ticket is visible to whoever offloaded the job and to those with the right `arguments` at the node. For
/// all others it does not exist.
struct TicketsEngine: Engine {
    static let basetype = Basetype("tickets", title: "Tickets", isSingleton: true, isRequired: true)

    var routes: [Route] {
        [
            Route(
                .get, "", "One's own jobs, the newest first",
                query: [
                    QueryField("before", .integer(1...Int64.max), "Those with numbers below this one")
                ], answer: .page(TicketList.self), action: list),
            Route(.get, "{ticket}", "A job; waits for its end if asked to", answer: .page(TicketPage.self)) {
                try await page($0)
            },
            Route(
                .get, "{ticket}/events", "What happens to a job, as it happens",
                query: [QueryField("after", .text, "An event's id: only what comes after it")],
                answer: .events, action: events),
            Route(.post, "{ticket}/cancel", "Cancels a job", answer: .page(TicketPage.self), action: cancel),
        ] + downloads + Route.wholeParts(right: { _ in .view }) { try await $0.visibleJob() }
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let states = try await visit.model.ownTickets(
            before: visit.query.integer("before"), limit: TicketList.pageSize + 1)
        return .page("tickets/list", title: visit.node.title, TicketList(states, visit))
    }

    private func page(_ visit: Visit) async throws -> Reply {
        let ticket = try visit.ticket
        let state = try await visit.visibleTicket()
        let waited = state.status.isEnded ? nil : visit.preference.wait.map { min($0, LongPoll.longest) }
        if let waited, waited > 0 {
            let seat = try visit.takeSeat()
            defer { withExtendedLifetime(seat) {} }
            visit.deadline.allow(seconds: waited)
            try await visit.lasting { await LongPoll(seconds: waited).wait(for: ticket, visit.model) }
        }
        let reply = Reply.page("tickets/ticket", title: "\(ticket)", try await visit.ticketPage())
        return visit.preference.wait == nil
            ? reply : reply.with(.preferenceApplied, "wait=\(waited ?? 0)")
    }

    private func events(_ visit: Visit) async throws -> Reply {
        let state = try await visit.visibleTicket()
        let after = (visit.headers[.known("Last-Event-ID")] ?? visit.query["after"]).flatMap { EventID($0) }
        // This status tells a browser not to reconnect.
        if let after, after.isEnd(of: state) { return .noContent }
        let replyPath = visit.path("\(state.ticket)", "reply")
        return .events(visit.model.events(of: state.ticket, after: after), to: visit) { event in
            try ServerEvent(event, replyPath: replyPath)
        }
    }

    private func cancel(_ visit: Visit) async throws -> Reply {
        let job = try await visit.visibleJob()
        if job.user == nil || job.user != visit.user?.name { try visit.demand(.operate) }
        try await visit.model.transaction { model in
            let status = try await model.cancel(job.ticket)
            try await model.audit(
                "ticket.cancel", "\(job.ticket)", detail: ["status": .text(status.rawValue)])
        }
        return .done(visit.path("\(job.ticket)"), try await visit.ticketPage())
    }
}
