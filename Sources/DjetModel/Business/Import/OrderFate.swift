/// The fate of an order's lines, if they are not simply booked with the part of the file in which they lie.
package enum OrderFate: Sendable, Equatable {
    /// The order's lines lie in several parts, and are booked together.
    case spread

    /// No line of the order is booked, for this reason.
    case refused(String)
}
