import Glibc

/// How many files, and so connections, the process may have open.
enum FileLimit {
    /// Raises it as far as the system lets everybody: most processes begin with 1,024, and each open event
    /// stream is one. Returns the limit.
    static func raise() -> Int {
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return 1_024 }
        let before = limit.rlim_cur
        limit.rlim_cur = limit.rlim_max
        if setrlimit(resource, &limit) != 0 { limit.rlim_cur = before }
        return Int(clamping: limit.rlim_cur)
    }

    /// How many clients leave enough files for all else: connections to the database, and those who are told to go.
    static func clients(below limit: Int) -> Int {
        max(limit - min(max(limit / 4, 100), 500), 1)
    }
}
