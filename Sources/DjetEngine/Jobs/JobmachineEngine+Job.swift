import DjetJSON
import DjetModel
import DjetStore
import HTTPTypes

extension JobmachineEngine {
    var oneJob: [Route] {
        [
            Route(.get, "{ticket}", "One job, with all its details", answer: .page(JobDetailsPage.self)) {
                visit in
                let (job, page) = try await Self.details(visit.ticket, visit)
                return .page("jobs/job", title: "\(job.ticket)", page.shown(job, visit))
            },
            Route(
                .get, "{ticket}/events", "A stream of a job's events", answer: .events,
                action: Self.events),
            Route(
                .get, "{ticket}/files/{file:int}/{name}", right: .arguments, "A file of a job",
                answer: .bytes("*/*")
            ) { visit in
                try await visit.file(of: visit.model.shownJob(visit.ticket))
            },
            Route(
                .post, "{ticket}/cancel", right: .operate,
                "Cancels a job at once, or asks its worker to stop it", answer: .page(JobDetailsPage.self),
                action: Self.cancel),
            Route(
                .post, "{ticket}/retry", right: .operate,
                "Brings a failed or cancelled job back to the line, or runs a scheduled one now",
                answer: .page(JobDetailsPage.self), action: Self.retry),
            Route.signal(answer: .page(JobDetailsPage.self)) { visit in
                let ticket = try visit.ticket
                try await visit.sendSignal(to: ticket)
                return try await Self.done(ticket, visit)
            },
            Route(
                .post, "{ticket}/delete", right: .operate,
                "Deletes an ended job with its attempts and its log; its files stay until their retention is over",
                answer: .page(JobRemoval.self), action: Self.delete),
            Route(
                .post, "{ticket}/again", right: .operate,
                "Offloads another such job, with the same or other arguments",
                body: .value(AgainForm.self), answer: .page(JobDetailsPage.self), action: Self.again),
            // A page with refused arguments has this address; loading it again shows the job.
            Route(.get, "{ticket}/again", "Redirects to the job", answer: .elsewhere) { visit in
                let ticket = try visit.ticket
                return .redirect(visit.path("\(ticket)"))
            },
        ]
            + Route.wholeParts(right: { [.arguments, .reply].contains($0) ? .arguments : .view }) { visit in
                try await visit.model.shownJob(visit.ticket)
            }
    }

    /// The form that runs a job again.
    struct AgainForm: Codable, Sendable {
        /// The arguments as JSON text, which take the right “arguments”; nil for the job's own.
        var arguments: String?
    }

    private static func details(
        _ ticket: TicketID, _ visit: Visit
    ) async throws -> (JobDetails, JobDetailsPage) {
        let model = visit.model
        async let life = model.life(of: ticket)
        async let neighbours = model.neighbours(of: ticket)
        let details = try await model.details(of: ticket, orRight: true)
        let page = JobDetailsPage(details, try await life, try await neighbours, visit)
        return (details.job, page)
    }

    private static func events(_ visit: Visit) async throws -> Reply {
        let ticket = try visit.ticket
        let state = try await visit.model.visibleTicket(ticket, orRight: true).status
        // A browser that gets no content does not reconnect.
        if state.isEnded, visit.headers[.known("Last-Event-ID")] != nil { return .noContent }
        return .events(visit.model.events(of: ticket), to: visit) { event in
            let told = try ServerEvent(event, replyPath: "")
            // Only name and id are sent: the data is for those with the right to see it, who look at the
            // page.
            return ServerEvent(id: told.id, name: told.name)
        }
    }

    // MARK: Actions

    private static func cancel(_ visit: Visit) async throws -> Reply {
        let ticket = try visit.ticket
        try await visit.model.transaction { model in
            let status = try await model.cancel(ticket)
            guard status == .cancelled || status == .processing else {
                throw ModelError.conflict(status.refusesCancelling(ticket))
            }
            try await model.audit("job.cancel", "\(ticket)", detail: ["status": .text(status.rawValue)])
        }
        return try await done(ticket, visit)
    }

    private static func retry(_ visit: Visit) async throws -> Reply {
        let ticket = try visit.ticket
        try await visit.model.transaction { model in
            _ = try await model.bringBack(ticket)
            try await model.audit("job.retry", "\(ticket)")
        }
        return try await done(ticket, visit)
    }

    private static func delete(_ visit: Visit) async throws -> Reply {
        let ticket = try visit.ticket
        let status = try await visit.model.transaction { model in
            let status = try await model.delete(ticket)
            try await model.audit("job.delete", "\(ticket)", detail: ["status": .text(status.rawValue)])
            return status
        }
        return .done(visit.path(), JobRemoval(ticket: ticket, status: status))
    }

    private static func again(_ visit: Visit) async throws -> Reply {
        let ticket = try visit.ticket
        let form = try visit.body(as: AgainForm.self)
        if form.arguments != nil { try visit.demand(.arguments) }
        // The owner sees the arguments. Without the right to see them, the visitor does not become the owner.
        let owner = visit.may(.arguments) ? visit.model.user : try await visit.model.shownJob(ticket).user
        try await visit.refuseTooManyJobs()
        if let owner, owner != visit.user?.name { try await visit.refuseTooManyJobs(of: owner) }
        do {
            let again = try await visit.model.transaction { model in
                let again = try await model.acting(as: owner).runAgain(ticket, arguments: form.arguments)
                try await model.audit("job.again", "\(ticket)", detail: ["job": .text("\(again)")])
                return again
            }
            return try await done(again, visit)
        } catch let error as ModelError where visit.wantsHTML {
            let (job, page) = try await details(ticket, visit)
            let shown = page.shown(job, visit, typed: form.arguments, fault: error.message)
            return .page("jobs/job", title: "\(ticket)", shown, status: Problem(error).httpStatus)
        }
    }

    private static func done(_ ticket: TicketID, _ visit: Visit) async throws -> Reply {
        let (_, page) = try await details(ticket, visit)
        return .done(visit.path("\(ticket)"), page)
    }
}
