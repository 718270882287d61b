/// A place that is always filled: whenever its process ends, another begins.
struct Post: Sendable, Hashable {
    let part: Part
    let number: Int
    let isProxied: Bool

    /// One of the workers reaches the servers directly, so that there is always somebody who works.
    static func all(proxied: Bool) -> [Post] {
        [
            Post(part: .worker, number: 1, isProxied: true), Post(part: .worker, number: 2, isProxied: true),
            Post(part: .worker, number: 3, isProxied: proxied),
            Post(part: .offloader, number: 1, isProxied: true),
            Post(part: .offloader, number: 2, isProxied: proxied),
            Post(part: .engine, number: 1, isProxied: true),
            Post(part: .engine, number: 2, isProxied: true),
        ]
    }
}
