/// The figures of a run.
struct Figures: Sendable {
    /// The counts from the tables.
    struct Tables: Decodable, Sendable {
        var jobs, acknowledged, awaited, live, failedAttempts, rescued, repeated, invoices, refused: Int
        var questions, unanswered, offers, expired, groups, innerGroups, members, sweeps, brokenSweeps: Int
        var refusedByKind: String?
    }

    let tables: Tables
    /// The time from a fault to the rescue of its worker's last job, the longest for each kind of fault.
    let longestRescues: [String]
    /// The time from the server's return to the first job that a worker ended, by the slowest worker, for
    /// each kind of fault; “never” if one ended none.
    let longestReturns: [String]
    /// The errors that callers got while something was broken, with their counts.
    let troubles: [String]
    let faults: FaultLog
    let proxy: ProxyCounts
    let processes: Int
    let vainStarts: Int

    /// The figures as a table of labels and values.
    var rows: [(what: String, figure: String)] {
        [
            ("jobs", "\(tables.jobs) ended, \(tables.live) live; \(tables.acknowledged) acknowledged"),
            ("awaited", "\(tables.awaited) replies"),
            ("invoices", "\(tables.invoices)"),
            ("questions", "\(tables.questions), of which \(tables.unanswered) had no answer in time"),
            ("offers", "\(tables.offers), of which \(tables.expired) expired"),
            ("groups", "\(tables.groups) ended, \(tables.innerGroups) in others; \(tables.members) members"),
            ("runs of the chore", "\(tables.sweeps), of which \(tables.brokenSweeps) broke off"),
            ("processes", "\(processes), of which \(vainStarts) could not reach the servers when they began"),
            ("faults", "\(faults.records.count): \(faults.summary)"),
            (
                "connections",
                "\(proxy.connections), \(proxy.cut) cut: \(proxy.cutAtCommit) at a COMMIT, \(proxy.cutAtOthers) at "
                    + "another statement; \(proxy.stalled) stalled, \(proxy.swallowed) swallowed"
            ),
            ("stale writes", "\(tables.refused) refused" + (tables.refusedByKind.map { ": \($0)" } ?? "")),
            ("failed attempts", "\(tables.failedAttempts), \(tables.rescued) of them by rescue"),
            ("longest rescue", longestRescues.isEmpty ? "none" : longestRescues.joined(separator: ", ")),
            (
                "back at work",
                longestReturns.isEmpty ? "nothing to tell" : longestReturns.joined(separator: ", ")
            ),
            ("repeated .detached", "\(tables.repeated), where a fault had hit"),
            ("callers were told", troubles.isEmpty ? "no trouble" : troubles.joined(separator: ", ")),
        ]
    }
}
