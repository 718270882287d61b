import DjetModel

/// The secrets of the functions that a worker runs.
struct HandledSecrets: Sendable {
    private let kinds: [String: Secret]
    private let keys: SecretKeys

    init(_ model: Model) {
        let functions = model.functions
        var kinds: [String: Secret] = [:]
        for name in functions.names {
            if let secret = functions[name]?.secret, secret != .nothing { kinds[name] = secret }
        }
        self.kinds = kinds
        keys = model.secretKeys
    }

    /// Returns true if jobs of this kind have any.
    func concern(_ kind: String) -> Bool { !kinds.isEmpty && kinds[kind] != nil }

    /// Returns the job with its arguments in plain. Throws `ModelError` if a key is missing, or a value
    /// cannot be decrypted.
    func readable(_ job: Job) throws -> Job {
        guard let secret = kinds[job.kind] else { return job }
        // Before the function runs, since its reply could not be stored.
        guard secret != .everything || !keys.ids.isEmpty else {
            throw ModelError.unavailable(
                "\(job.kind) is secret, and this worker has no key: set DJET_SECRET_KEYS and retry the job")
        }
        var copy = job
        copy.arguments = try keys.readable(job.arguments, secret, of: job.kind)
        return copy
    }

    /// Returns the reply of a job as it is stored.
    func stored(_ reply: String, of job: Job) throws -> String {
        guard kinds[job.kind] == .everything else { return reply }
        return try keys.sealed(reply: reply, of: job.kind, job: job.ticket.number)
    }
}
