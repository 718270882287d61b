/// A place that is always filled: another process begins whenever its process ends.
struct Post: Sendable, Hashable {
    let part: Part
    let number: Int

    static let all = [
        Post(part: .worker, number: 1), Post(part: .worker, number: 2), Post(part: .worker, number: 3),
        Post(part: .offloader, number: 1), Post(part: .offloader, number: 2),
        Post(part: .engine, number: 1), Post(part: .engine, number: 2),
    ]
}
