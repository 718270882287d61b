import DjetJSON
import DjetStore

/// The outcome of encrypting secrets anew.
public struct SecretRenewal: Codable, Sendable, Hashable {
    /// The jobs whose secrets are now encrypted with the key that writes.
    public var renewed = 0
    /// The jobs that changed meanwhile, or were kept locked. Another run finds them.
    public var skipped = 0
    /// The jobs with a secret that the keys cannot read.
    public var unreadable = 0
}

extension Model {
    /// Encrypts the secrets of all jobs, live and ended, with the key that writes. It looks through all jobs,
    /// some at a time, each time in a statement of its own. Old and new secrets are read meanwhile.
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
        try await forEachSealed(amount) { jobs in
            var changes: [(old: SealedJob, new: SealedJob)] = []
            for job in jobs {
                do {
                    let new = try job.renewed(by: secretKeys)
                    if new != job { changes.append((job, new)) }
                } catch is ModelError {
                    outcome.unreadable += 1
                }
            }
            let done = try await changes.isEmpty ? 0 : answer(queue.reseal(changes), as: Int.self) ?? 0
            outcome.renewed += done
            outcome.skipped += changes.count - done
            report(outcome)
        }
        return outcome
    }

    /// Counts the encrypted values of all jobs, live and ended, by the ids of their keys. It looks through
    /// all jobs, some at a time.
    public func secretCounts(by amount: Int = 500) async throws -> [String: Int] {
        var counts: [String: Int] = [:]
        try await forEachSealed(amount) { jobs in
            for key in jobs.flatMap(\.keys) { counts[key, default: 0] += 1 }
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

    /// Reads a row of `sealed_jobs`. Nil for one without encrypted values.
    init?(_ row: Row) throws {
        guard let arguments = try row.value(2, as: String?.self) else { return nil }
        id = try row.value(0)
        kind = try row.value(1)
        self.arguments = try JSONReader.tree(of: arguments)
        reply = try row.value(3, as: String?.self).map { try JSONReader.tree(of: $0) }
    }

    /// The ids of the keys of its values.
    var keys: [String] {
        var keys: [String] = []
        for (part, tree) in [("arguments", arguments), ("reply", reply ?? .null)] {
            _ = tree.changingSealed(of: kind, part) { value, _ in
                keys.append(value.key)
                return value.tree
            }
        }
        return keys
    }

    /// Returns the same job with all values encrypted by the key that writes.
    func renewed(by keys: SecretKeys) throws -> SealedJob {
        var copy = self
        copy.arguments = try arguments.changingSealed(of: kind, "arguments") { try keys.renew($0, in: $1) }
        copy.reply = try reply?.changingSealed(of: kind, "reply") { try keys.renew($0, in: $1) }
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
