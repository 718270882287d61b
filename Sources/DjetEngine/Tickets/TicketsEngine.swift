import DjetJSON
import DjetModel
import HTTPTypes

/// The tickets of offloaded work: status, progress, log, reply and files, for people and programs.
///
/// A ticket is visible to whoever offloaded the job or was given its ticket since the job is unique, and to
/// those with the right `arguments` at the node. For all others it does not exist, except that whoever sees
/// the page of all jobs can do here what their rights at this node allow.
struct TicketsEngine: Engine {
    static let basetype = Basetype("tickets", title: "Tickets", isSingleton: true, isRequired: true)

    var routes: [Route] {
        [
            Route(
                .get, "", "Your jobs, newest first",
                query: [
                    QueryField("before", .integer(1...Int64.max), "Only jobs with numbers below this one")
                ], answer: .page(TicketList.self), action: list),
            Route(
                .get, "{ticket}", "A job; with Prefer: wait=N, waits for its end",
                answer: .page(TicketPage.self), action: page),
            Route(
                .get, "{ticket}/events", "A stream of a job's events",
                query: [QueryField("after", .text, "An event's id: only later events are sent")],
                answer: .events, action: events),
            Route(.post, "{ticket}/cancel", "Cancels a job", answer: .page(TicketPage.self), action: cancel),
            Route.signal(answer: .page(TicketPage.self)) { visit in
                let job = try await visit.shownJob()
                try await visit.sendSignal(to: job.ticket)
                return try await visit.changed(job)
            },
        ] + downloads + Route.wholeParts(right: { _ in .view }) { try await $0.visibleJob() }
    }

    private func list(_ visit: Visit) async throws -> Reply {
        let states = try await visit.model.ownTickets(
            before: visit.query.integer("before"), limit: TicketList.pageSize + 1)
        return .page("tickets/list", title: visit.node.title, TicketList(states, visit))
    }

    private func page(_ visit: Visit) async throws -> Reply {
        guard let wanted = visit.preference.wait else { return try await pageNow(visit) }
        let waited = try await wait(upTo: wanted, visit)
        return try await pageNow(visit).with(.preferenceApplied, "wait=\(waited)")
    }

    private func pageNow(_ visit: Visit) async throws -> Reply {
        let page = try await visit.ticketPage()
        return .page("tickets/ticket", title: page.ticket, page)
    }

    /// Waits for the job's end. Returns the seconds that it could have taken; 0 if the job had ended before.
    private func wait(upTo limit: Int, _ visit: Visit) async throws -> Int {
        let state = try await visit.visibleTicket()
        let seconds = state.status.isEnded ? 0 : min(limit, LongPoll.longest)
        guard seconds > 0 else { return 0 }
        let seat = try visit.takeSeat()
        defer { withExtendedLifetime(seat) {} }
        visit.deadline.allow(seconds: seconds)
        try await visit.lasting {
            _ = try? await LongPoll(seconds: seconds).value {
                try await visit.model.waitForEnd(of: state.ticket)
            }
        }
        return seconds
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
        let job = try await visit.shownJob()
        if job.user == nil || job.user != visit.user?.name { try visit.demand(.operate) }
        try await visit.model.transaction { model in
            let status = try await model.cancel(job.ticket)
            try await model.audit(
                "ticket.cancel", "\(job.ticket)", detail: ["status": .text(status.rawValue)])
        }
        return try await visit.changed(job)
    }
}
