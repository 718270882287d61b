import DjetModel

extension Visit {
    /// The ticket that the path names. Throws `ModelError.notFound` if it is no ticket's name, in the words
    /// of `JobError.unknown`: guesses reveal nothing.
    var ticket: TicketID {
        get throws {
            let name = parameters["ticket"] ?? ""
            guard let ticket = TicketID(name), ticket.description == name, name.utf8.count <= 60 else {
                throw ModelError.notFound(
                    "there is no job \(name), or it ended so long ago that it was deleted")
            }
            return ticket
        }
    }

    /// True if the visitor may see others' tickets too.
    private var maySeeAll: Bool { may(.arguments) }

    /// Returns the ticket's job. Throws `JobError.unknown` if there is none that the visitor may see.
    func visibleJob() async throws -> JobDetails {
        try await model.visibleJob(ticket, orRight: maySeeAll)
    }

    /// Returns the ticket's state. Throws `JobError.unknown` if there is none that the visitor may see.
    func visibleTicket() async throws -> TicketState {
        try await model.visibleTicket(ticket, orRight: maySeeAll)
    }

    /// Returns the download of a job's file that the path names. Throws `ModelError.notFound` if the job does
    /// not have the file, or no longer.
    func file(of job: JobDetails) async throws -> Reply {
        let number = try integer("file")
        guard let file = try await model.file(number, of: job.ticket) else {
            throw ModelError.notFound("the job \(job.ticket) has no file \(number), or it was deleted")
        }
        return try FileReply(file, self).reply
    }

    /// Returns the ticket's job, if it is shown to the visitor here or on the page of all jobs. Throws
    /// `ModelError.notFound` alike for any other job and for a missing one, with the rights that show more.
    func shownJob() async throws -> JobDetails {
        guard !maySeeAll, pathOfAllJobs == nil else { return try await model.shownJob(ticket) }
        do {
            return try await visibleJob()
        } catch let error as JobError {
            throw ModelError.notFound(
                """
                \(error). Jobs of others take the right “\(Right.arguments.rawValue)” here, or \
                “\(Right.view.rawValue)” at the page of all jobs
                """)
        }
    }

    /// Returns the answer to a change of a job: its page. Whoever sees the job on the page of all jobs alone
    /// is sent there, and none of its values are in the answer.
    func changed(_ job: JobDetails) async throws -> Reply {
        do {
            return .done(path("\(job.ticket)"), try await ticketPage())
        } catch JobError.unknown where pathOfAllJobs != nil {
            let page = TicketPage(try await model.details(of: job.ticket, orRight: true), self)
            let path = "\(pathOfAllJobs ?? "")/\(job.ticket)"
            return .done(path, page.withoutValues(at: path))
        }
    }

    /// The path of the page of all jobs; nil if the visitor may not see it.
    private var pathOfAllJobs: String? {
        guard let node = tree.node(ofBasetype: JobmachineEngine.basetype.name),
            rights(at: node).contains(.view)
        else { return nil }
        return node.path
    }

    /// Returns the ticket's page. Throws `JobError.unknown` if there is no ticket that the visitor may see.
    func ticketPage() async throws -> TicketPage {
        TicketPage(try await model.details(of: ticket, orRight: maySeeAll), self)
    }
}
