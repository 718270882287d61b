import Glibc

/// The limit on the process's open files, and so on its connections.
enum FileLimit {
    /// Raises the limit to the hard limit, and returns it. Most processes begin with 1,024, and each open
    /// event stream takes one.
    static func raise() -> Int {
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return 1_024 }
        let before = limit.rlim_cur
        limit.rlim_cur = limit.rlim_max
        if setrlimit(resource, &limit) != 0 { limit.rlim_cur = before }
        return Int(clamping: limit.rlim_cur)
    }

    /// Returns the number of clients that leaves enough files for all else: database connections, and clients
    /// that are turned away.
    static func clients(below limit: Int) -> Int {
        max(limit - min(max(limit / 4, 100), 500), 1)
    }
}
