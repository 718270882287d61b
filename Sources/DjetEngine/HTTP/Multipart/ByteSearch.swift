import Glibc

extension [UInt8] {
    /// Returns the position of a pattern. If it is missing, `open` is the position at the end where it may
    /// have begun: `count` if nowhere. The pattern begins with a carriage return.
    func search(_ pattern: [UInt8]) -> (found: Int?, open: Int) {
        withUnsafeBytes { bytes in
            pattern.withUnsafeBytes { pattern in
                guard let base = bytes.baseAddress, let wanted = pattern.baseAddress else {
                    return (nil, bytes.count)
                }
                var start = 0
                // The first byte is rare in uploads, and found at the speed of memory.
                while start < bytes.count,
                    let hit = memchr(base + start, Int32(pattern[0]), bytes.count - start)
                {
                    start = base.distance(to: UnsafeRawPointer(hit))
                    let length = Swift.min(pattern.count, bytes.count - start)
                    if memcmp(base + start, wanted, length) == 0 {
                        return length == pattern.count ? (start, start) : (nil, start)
                    }
                    start += 1
                }
                return (nil, bytes.count)
            }
        }
    }
}
