import type {ProductName} from './programme.data.ts';

/** What customers ask for. `{industry}` is filled in, in lower case. */
export interface EnquirySeed {
  readonly product: ProductName;
  readonly also?: ProductName;
  /** Names the lead without naming the customer. */
  readonly title: string;
  readonly need: string;
  /** Thousands of euros, from and to. */
  readonly value: readonly [number, number];
}

export const enquiries: readonly EnquirySeed[] = [
  {product: 'Halden Edge 200', also: 'Halden Insight', title: 'Machine data from 14 lines into one dashboard', need: 'Fourteen lines with controllers of three makes and no common picture. They want cycle times and stops per shift in one place, without touching the control programs. IT asks for OPC UA and a written statement about updates.', value: [28, 90]},
  {product: 'Halden Edge 200', title: 'Replace paper shift logs in {industry}', need: 'Shift leaders write stops on paper and somebody types them in on Monday. They saw our Edge 200 at a fair and ask whether it can read counters from older PLCs over Modbus and send the figures to their own SQL Server.', value: [12, 35]},
  {product: 'Halden Edge 200', also: 'Halden Drive X4', title: 'Energy metering per machine, ISO 50001 audit ahead', need: 'The next ISO 50001 audit is in spring and consumption is only known for the whole hall. They need measuring per machine, 38 points, and reports that the auditor accepts.', value: [22, 60]},
  {product: 'Halden Drive X4', title: 'Retrofit of 26 pump drives', need: 'Twenty-six pumps from 5.5 to 75 kW still run on throttle valves. An energy adviser calculated 31 % savings with speed control. They ask for a price per size, commissioning included, and a list of subsidies.', value: [60, 180]},
  {product: 'Halden Drive X4', title: 'Conveyor drives for a new warehouse', need: 'A new warehouse with 1.2 km of conveyors goes live in the autumn. The builder has specified drives with safe torque off and PROFINET. They want a second offer and a site visit before the order is placed.', value: [85, 240]},
  {product: 'Halden Drive X4', also: 'Halden Insight', title: 'Drives fail twice a year, cause unknown', need: 'Two of nine drives fail every summer. They suspect heat in the cabinets. They want somebody to look at the installation and, if it makes sense, replace the whole group with monitored drives.', value: [18, 55]},
  {product: 'Halden Vision', title: 'Label and cap inspection at 400 units a minute', need: 'A retailer has rejected three pallets for crooked labels. They need inspection of label position, cap and date code at 400 units a minute, with the rejects kept as pictures for 90 days.', value: [35, 110]},
  {product: 'Halden Vision', also: 'Halden Edge 200', title: 'Surface defects found too late in {industry}', need: 'Scratches are found at final inspection, after four more steps. They want to look at the part right after grinding. Samples with good and bad parts can be sent this week.', value: [40, 130]},
  {product: 'Halden Vision', title: 'Reading codes on shiny parts', need: 'Laser-marked codes on curved, shiny metal cannot be read by their present scanners in one of ten cases. They ask for a test with their parts before anything else.', value: [15, 45]},
  {product: 'Halden Cobot 7', title: 'Palletising at the end of two lines', need: 'Two people lift 12 kg boxes through the whole shift, and sick leave is high. They want to know whether a cobot fits between the lines (2.4 m) and what it costs with a gripper for two box sizes.', value: [48, 95]},
  {product: 'Halden Cobot 7', also: 'Halden Safety PLC', title: 'Machine tending, CNC cell with night shift', need: 'They want to run two CNC machines unattended from 22 to 6. Parts weigh up to 4 kg, batches of 60. A safety concept for the open cell is part of the question.', value: [70, 160]},
  {product: 'Halden Cobot 7', also: 'Halden Vision', title: 'Screwdriving station with camera check', need: 'An assembly station with eight screws per unit, 900 units a day. Torque values must be stored for every serial number. They have built a prototype and look for a partner to make it fit for production.', value: [55, 140]},
  {product: 'Halden Safety PLC', title: 'Safety retrofit of a 1998 press line', need: 'The insurer wants the press line brought up to PL d before the end of next quarter. There is a risk assessment from last year. They need design, hardware, validation and papers from one hand.', value: [65, 190]},
  {product: 'Halden Safety PLC', title: 'Safety controllers for a machine builder', need: 'They build twelve machines a year and want to leave relays behind. They ask for a starter kit, training for two engineers and a price list for series use.', value: [20, 70]},
  {product: 'Halden Flow', title: 'Flow metering in six pumping stations', need: 'Six pumping stations report flow by hand once a day. The authority now wants hourly figures. No power at two of the stations, mobile network is fine everywhere.', value: [24, 75]},
  {product: 'Halden Flow', also: 'Halden Insight', title: 'Leak detection in a cooling circuit', need: 'They lose about 9 m³ of treated water a day and do not know where. They think of meters in every branch and an alarm when sums do not match. A shutdown is planned for calendar week 26.', value: [19, 58]},
  {product: 'Halden Flow', title: 'Dosing accuracy in {industry}', need: 'Dosing of two additives drifts by up to 3 % over a week. Quality wants better than 0.5 %. They need hygienic meters with papers for food contact.', value: [16, 48]},
  {product: 'Halden Insight', title: 'Predictive maintenance pilot, 5 machines', need: 'Management has approved a pilot with five critical machines for six months. They want to see at least one avoided stop. Data has to stay in the EU and the contract should be per month.', value: [9, 30]},
  {product: 'Halden Insight', also: 'Halden Edge 200', title: 'One maintenance view for three sites', need: 'Three sites, three ways of planning maintenance. They look for one system with counters straight from the machines and work orders in the language of each site.', value: [30, 105]},
  {product: 'Halden Insight', title: 'OEE reporting for a customer audit', need: 'A large customer asks for monthly OEE figures with evidence from next quarter on. They have nothing today and would rather begin with a small service than with a project.', value: [8, 26]},
];

export const timelines = ['As soon as possible', 'This quarter', 'Next quarter', 'Within 6 months', 'Budget for next year', 'Decision in 3 weeks'] as const;

export const campaigns = ['Automation Fair Helsinki', 'Energy savings webinar', 'Newsletter: cobots', 'Partner locator', 'Hannover spring', 'Safety retrofit guide'] as const;

/** What partners write about their work, in the order in which it usually comes. `{first}` and `{last}` are the contact. */
export const diary: readonly (readonly {readonly kind: 'call' | 'mail' | 'meeting' | 'note'; readonly body: string; readonly next?: string; readonly internal?: boolean}[])[] = [
  [
    {kind: 'call', body: 'Reached {first} {last} at the second try. The need is real and the budget is with the plant manager. They have one offer already.', next: 'Send references and agree on a visit'},
    {kind: 'mail', body: 'Sent two references from the same industry and a proposal for the agenda of a visit. Asked for a layout drawing.', next: 'Call if no answer'},
    {kind: 'meeting', body: 'Visit on site with production and maintenance. We saw two lines, took photos and counted signals. They want a fixed price for the first line and an option for the second.', next: 'Write the offer for line 1'},
    {kind: 'note', body: 'Margin is thin if they insist on 24-month warranty. Ask Halden for project pricing before the offer goes out.', internal: true, next: 'Get project pricing'},
    {kind: 'mail', body: 'Offer sent, valid for 30 days. {first} will present it to the board next week.', next: 'Call after their board meeting'},
    {kind: 'call', body: 'The board liked it. Purchasing wants to talk about payment terms, nothing technical is open.', next: 'Negotiate terms'},
  ],
  [
    {kind: 'mail', body: 'Introduced ourselves and proposed three times for a call.', next: 'Call if no answer'},
    {kind: 'call', body: 'Forty minutes with {first} and an electrician. The existing cabinets can stay, cabling is the larger part of the work.', next: 'Send samples of the test report'},
    {kind: 'call', body: 'They compare us with a local integrator. What counts is who is there within four hours when it stops.', next: 'Describe our service desk in writing'},
    {kind: 'meeting', body: 'Remote demo for six people. Many questions on user rights and on what happens when the network is gone. They were happy with the answers.', next: 'Send the recording'},
    {kind: 'mail', body: 'Sent the recording, the answers to open questions and a first price indication.', next: 'Ask for feedback'},
  ],
  [
    {kind: 'call', body: '{first} {last} picked up at once. It is urgent: the present supplier has announced the end of spare parts.', next: 'Visit next week'},
    {kind: 'meeting', body: 'On site. The documentation is from 1998 and incomplete, so we need a day to trace the wiring. They agreed to pay for it.', next: 'Survey day with two people'},
    {kind: 'note', body: 'Borrow the thermal camera for the survey from the service team.', internal: true},
    {kind: 'meeting', body: 'Survey done. 112 signals, 9 of them safety. List of material is with Halden for a quote.', next: 'Wait for the quote'},
    {kind: 'mail', body: 'Sent the offer in two variants. Variant B keeps the field devices and saves a third.', next: 'Call on Thursday'},
  ],
  [
    {kind: 'call', body: 'Short call, {first} was about to leave. Interested, but a decision needs the new plant manager who starts next month.', next: 'Call again after the change'},
    {kind: 'mail', body: 'Sent a summary for the new plant manager with three slides.', next: 'Ask for a date'},
    {kind: 'call', body: 'The new plant manager has read the slides and asks for a calculation of the payback time.', next: 'Calculate payback'},
  ],
];

/** Notes of vendor staff that partners never see. */
export const vendorNotes = [
  'Bought from us in 2019 through another partner; the invoice was disputed. Keep an eye on it.',
  'Their head of purchasing knows our list prices. No surprises, please.',
  'Same group as a key account in Germany. Tell Jonas before any discount.',
  'Came from the fair with a personal recommendation. Worth a call from our side if it goes quiet.',
] as const;

export const wonComments = ['Order signed, delivery in calendar week 9.', 'Frame contract for two years.', 'Order for the first line, option on the second.', 'Went through in one meeting; the reference visit decided it.'] as const;
export const lostComments = ['They bought from a local integrator, 12 % cheaper.', 'The project was moved to the year after next.', 'No answer to five calls and three mails.', 'They keep the old system and train their own people.'] as const;
export const declineComments = ['Our two engineers are booked until the end of next month.', 'Too far away for us to give service on site.', 'We work with their direct competitor.', ''] as const;
