import Glibc

/// How many files, and so connections, the process may have open.
enum FileLimit {
    /// Raises it as far as the system lets everybody: most processes begin with 1,024, and each open event
    /// stream is one.
    static func raise() {
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0, limit.rlim_cur < limit.rlim_max else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(resource, &limit)
    }
}
