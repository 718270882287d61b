import DjetJSON
import DjetStore

/// The outcome of encrypting secrets anew.
public struct SecretRenewal: Codable, Sendable, Hashable {
    /// The jobs whose secrets are now encrypted with the key that writes.
    public var renewed = 0
    /// The jobs that changed meanwhile, or were kept locked. Another run finds them.
    public var skipped = 0
    /// The jobs with a secret that the keys cannot read: a key is missing, or the value was changed or made
    /// up. They stay as they are.
    public var unreadable = 0
    /// The tickets of the first 20 of them.
    public var unreadableTickets: [TicketID] = []
}

extension Model {
    /// Encrypts the secrets of all jobs, live and ended, with the key that writes. It looks through all jobs,
    /// some at a time, each time in a statement of its own. Old and new secrets are read meanwhile. A value
    /// that looks like a secret, where the function has none, stays and does not count as unreadable.
    ///
    /// - Parameters:
    ///   - amount: the most jobs of a statement.
    ///   - report: gets the outcome so far after each of them.
    /// - Throws: `ModelError.unavailable` if there is no key.
    public func renewSecrets(
        by amount: Int = 500, report: (SecretRenewal) -> Void = { _ in }
    ) async throws -> SecretRenewal {
        guard !secretKeys.ids.isEmpty else {
            throw ModelError.unavailable("there is no key to encrypt with: set DJET_SECRET_KEYS")
        }
        var outcome = SecretRenewal()
        var unreadable: [Int64] = []
        try await forEachSealed(amount) { jobs in
            var changes: [(old: SealedJob, new: SealedJob)] = []
            for job in jobs {
                if let new = try? job.renewed(by: secretKeys, functions[job.kind]?.secret) {
                    if new != job { changes.append((job, new)) }
                } else {
                    unreadable.append(job.id)
                }
            }
            let done = try await changes.isEmpty ? 0 : answer(queue.reseal(changes), as: Int.self) ?? 0
            outcome.renewed += done
            outcome.skipped += changes.count - done
            outcome.unreadable = unreadable.count
            report(outcome)
        }
        outcome.unreadableTickets = try await tickets(of: Array(unreadable.prefix(20)))
        return outcome
    }

    private func tickets(of jobs: [Int64]) async throws -> [TicketID] {
        guard !jobs.isEmpty else { return [] }
        return try await database.query(queue.tickets(of: jobs)).compactMap { row in
            try row.value(0, as: String?.self).flatMap { TicketID($0) }
        }
    }

    /// Counts the encrypted values of all jobs, live and ended, by the ids of their keys. It looks through
    /// all jobs, some at a time.
    public func secretCounts(by amount: Int = 500) async throws -> [String: Int] {
        var counts: [String: Int] = [:]
        try await forEachSealed(amount) { jobs in
            for job in jobs {
                for key in job.keys(secretKeys, functions[job.kind]?.secret) { counts[key, default: 0] += 1 }
            }
        }
        return counts
    }

    private func forEachSealed(_ amount: Int, _ body: ([SealedJob]) async throws -> Void) async throws {
        var last = Int64.min
        while true {
            let rows = try await database.query(queue.sealedJobs(after: last, amount: amount))
            guard let end = rows.last else { return }
            last = try end.value(0)
            try await body(try rows.compactMap { try SealedJob($0) })
        }
    }
}

/// A job with encrypted values.
struct SealedJob: Sendable, Equatable {
    let id: Int64
    let kind: String
    private(set) var arguments: JSONTree
    private(set) var reply: JSONTree?
    /// The fault of arguments or a reply that no program of Djet has written; they are left out.
    private let fault: ModelError?

    /// Reads a row of `sealed_jobs`. Nil for one without encrypted values.
    init?(_ row: Row) throws {
        guard let arguments = try row.value(2, as: String?.self) else { return nil }
        let reply = try row.value(3, as: String?.self)
        id = try row.value(0)
        kind = try row.value(1)
        do {
            self.arguments = try JSONReader.tree(of: arguments)
            self.reply = try reply.map { try JSONReader.tree(of: $0) }
            fault = nil
        } catch {
            // One that SQL has nested too deeply must not stop the others.
            (self.arguments, self.reply) = (.null, nil)
            fault = .invalid("job \(id) cannot be read: \(error)")
        }
    }

    /// Returns the ids of the keys of its values, without those of data that only look encrypted.
    ///
    /// - Parameter secret: that of the function; nil if it is not known here.
    func keys(_ known: SecretKeys, _ secret: Secret?) -> [String] {
        var keys: [String] = []
        for (part, tree) in [("arguments", arguments), ("reply", reply ?? .null)] {
            _ = tree.changingSealed(of: kind, part, job: part == "reply" ? id : nil) { value, place in
                if secret?.covers(place) != false || (try? known.open(value, in: place)) != nil {
                    keys.append(value.key)
                }
                return value.tree
            }
        }
        return keys
    }

    /// Returns the same job with all values encrypted by the key that writes.
    ///
    /// - Parameter secret: that of the function; nil if it is not known here.
    func renewed(by keys: SecretKeys, _ secret: Secret?) throws -> SealedJob {
        if let fault {
            // One that no program of Djet has written has no secrets unless its function has.
            if secret == .nothing { return self }
            throw fault
        }
        func renewed(_ value: SealedValue, in place: SecretPlace) throws -> JSONTree {
            do {
                return try keys.renew(value, in: place)
            } catch  where secret?.covers(place) == false {
                return value.tree
            }
        }
        var copy = self
        copy.arguments = try arguments.changingSealed(of: kind, "arguments", renewed)
        copy.reply = try reply?.changingSealed(of: kind, "reply", job: id, renewed)
        return copy
    }
}

extension JobQueue {
    func sealedJobs(after id: Int64, amount: Int) -> Statement {
        "select * from \(identifier: schema).sealed_jobs(\(id), \(amount)::integer)"
    }

    func reseal(_ jobs: [(old: SealedJob, new: SealedJob)]) -> Statement {
        """
        select \(identifier: schema).reseal(
          \(jobs.map(\.old.id))::bigint[], \(jobs.map(\.old.arguments.compact))::jsonb[],
          \(jobs.map(\.new.arguments.compact))::jsonb[], \(jobs.map(\.old.reply?.compact))::jsonb[],
          \(jobs.map(\.new.reply?.compact))::jsonb[])
        """
    }
}
