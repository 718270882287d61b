import DjetModel

extension Visit {
    /// The ticket that the path names. Throws `JobError.unknown` if it is no ticket's name: who guesses learns
    /// nothing from that, either.
    var ticket: TicketID {
        get throws {
            let name = parameters["ticket"] ?? ""
            guard let ticket = TicketID(name), ticket.description == name, name.utf8.count <= 60 else {
                throw ModelError.notFound(
                    "there is no job \(name), or it ended so long ago that it is forgotten")
            }
            return ticket
        }
    }

    /// Whether others' tickets may be seen, too.
    private var maySeeAll: Bool { may(.arguments) }

    /// The job of the ticket. Throws `JobError.unknown` if there is none that the visitor may see.
    func visibleJob() async throws -> ShownJob {
        try await model.visibleJob(ticket, orRight: maySeeAll)
    }

    /// What has become of it.
    func visibleTicket() async throws -> TicketState {
        try await model.visibleTicket(ticket, orRight: maySeeAll)
    }

    /// The file of a job that the path names, as a download. Throws `ModelError.notFound` if the job has no such
    /// file, or has it no more.
    func file(of job: ShownJob) async throws -> Reply {
        let number = try integer("file")
        guard let file = try await model.file(number, of: job.ticket) else {
            throw ModelError.notFound("the job \(job.ticket) has no file \(number), or no more")
        }
        return try FileReply(file, self).reply
    }

    /// All that its page says.
    func ticketPage() async throws -> TicketPage {
        let snapshot = try await model.snapshot(of: ticket)
        // Behind the look: the files of a reply that has been seen are there.
        let job = try await visibleJob()
        return TicketPage(snapshot, job, try await model.files(of: job.ticket), self)
    }
}
