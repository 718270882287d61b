/// A line of an order file that has passed every rule. Most of its texts are places in its record.
package struct OrderLine: Sendable {
    package let number: LineText
    package let code: LineText
    package let description: LineText?
    package let quantity: FixedNumber
    package let price: FixedNumber
    package let customer: LineText?
    package let country: LineText?
    package let day: Day?
}
