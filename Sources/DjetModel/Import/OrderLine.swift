/// A line of an order file that has passed every rule; its texts are places in the record that it came from.
package struct OrderLine: Sendable {
    package let number: CSVField
    package let code: CSVField
    package let description: CSVField?
    package let quantity: FixedNumber
    package let price: FixedNumber
    package let customer: CSVField?
    package let country: CSVField?
    package let day: Day?
}
