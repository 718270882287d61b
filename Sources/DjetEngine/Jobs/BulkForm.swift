import DjetModel

/// The form that cancels, retries or deletes many jobs.
struct BulkForm: Decodable, Sendable {
    var action: BulkAction
    /// The tickets; none if `all` is true, which takes all jobs that match the filter.
    var job: [String]?
    var all: Bool?
    /// The filter, whose fields stand beside the others.
    var filter: JobSearch

    private enum CodingKeys: CodingKey { case action, job, all }

    init(from decoder: any Decoder) throws {
        let form = try decoder.container(keyedBy: CodingKeys.self)
        action = try form.decode(BulkAction.self, forKey: .action)
        job = try form.decodeIfPresent([String].self, forKey: .job)
        all = try form.decodeIfPresent(Bool.self, forKey: .all)
        filter = try JobSearch(from: decoder)
    }

    /// The named tickets. Throws `ModelError.invalid` for a name that is no ticket.
    var tickets: [TicketID] {
        get throws {
            try (job ?? []).map { name in
                guard let ticket = TicketID(name) else {
                    throw ModelError.invalid("“\(name)” is not a ticket: use tickets like slow.42")
                }
                return ticket
            }
        }
    }
}

/// The question to confirm before many jobs are changed.
struct BulkQuestion: Codable, Sendable {
    var action: BulkAction
    /// The number of jobs that can be changed, up to the limit of one change.
    var amount: Int
    /// True if there are more jobs than the limit.
    var areMoreLeft: Bool
    var filter: JobSearch
    /// The address of the list of these jobs.
    var path: String
    var isCancel: Bool
    var isRetry: Bool
    var isDelete: Bool
    /// True if there is any such job.
    var hasAny: Bool
}
