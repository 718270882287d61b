import DjetJSON
import DjetStore

extension Model {
    /// Offloads a job like another, with the same or other arguments, on behalf of the acting user and of the
    /// other job's tenant. It has what the other's offload said, except for its times: queue, priority,
    /// attempts, timeout, tags, note and the rule of unique jobs; and the outcome of the group that the other
    /// ran after. What that did not say is the function's own.
    ///
    /// The other job stays as it is. If it failed or was cancelled, the jobs that ended because of that come
    /// back and wait for the new one. The same arguments are not checked: they do not leave the database.
    /// Other arguments may name files of the model's user and of the job itself.
    ///
    /// Throws `JobError.unknown`; `DuplicateJob`; `ModelError.invalid` if other arguments are not a JSON
    /// object, name another file, or do not fit the function, if this program knows it.
    public func runAgain(_ ticket: TicketID, arguments: String? = nil) async throws -> TicketID {
        let job = try await shownJob(ticket)
        let environment = environment(like: job)
        try functions[job.kind]?.secret.check(environment.unique, of: job.kind)
        let request = try OffloadRequest(
            kind: job.kind, queue: job.queue, priority: job.priority, runAt: nil, after: [],
            attempts: job.attempts ?? functions[job.kind]?.retry.attempts,
            environment: environment)
        guard job.status == .error || job.status == .cancelled else {
            return try await send(request, arguments, like: job)
        }
        return try await transaction { model in
            let again = try await model.send(request, arguments, like: job)
            try await model.database.query(queue.takeOver(again.number, insteadOf: ticket.number))
            return again
        }
    }

    private func environment(like job: JobDetails) -> JobEnvironment {
        var environment = jobEnvironment
        environment.tenant = job.tenant
        environment.unique = job.unique ?? functions[job.kind]?.unique
        environment.limitKey = functions[job.kind]?.limitKey ?? job.said?.limitKey
        (environment.tags, environment.note) = (job.said?.tags, job.note)
        (environment.timeout, environment.outcome) = (job.said?.timeout, job.said?.outcome)
        return environment
    }

    private func send(_ request: OffloadRequest, _ arguments: String?, like job: JobDetails) async throws
        -> TicketID
    {
        if let arguments { return try await passOne(request, checked(arguments, like: job)) }
        return try await pass(request) { request in
            let rows = try await send(queue.offload(request, withArgumentsOf: job.id), request)
            return try await tickets([rows[0].value(0)], request)
        }[0]
    }

    /// Checks other arguments as those of a caller from outside, and returns them as JSON.
    private func checked(_ text: String, like job: JobDetails) async throws -> String {
        let function = functions[job.kind]
        do {
            let tree = try JSONReader.tree(of: text, fromOutside: true)
            guard case .object = tree else { throw ModelError.invalid("the arguments must be a JSON object") }
            let schema = function.map { Schema.of($0) } ?? .any
            let arguments = try await schema.arguments(from: tree, in: self, orOf: job.ticket)
            try function?.secret.checkTyped(arguments)
            _ = try function?.decoded(from: arguments)
            return try secretKeys.seal(arguments, function?.secret ?? .nothing, of: job.kind).compact
        } catch let problem as JSONProblem {
            throw ModelError.invalid("the arguments must be a JSON object: \(problem)")
        } catch let errors as FieldErrors {
            throw ModelError.invalid("the arguments do not fit \(job.kind): \(errors)")
        }
    }
}
