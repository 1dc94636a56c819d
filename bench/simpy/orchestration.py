"""The journey as a SimPy model, written for speed: one process per contact, which sleeps once per wait and check.

orchestration.py MODEL: runs the model that bench/sections/simpy.ts writes; prints seconds and counts as JSON. What a message
brings about (open, click, unsubscription, conversions) is drawn when it is sent, as in the engine, from the same tables, with
Python's own random numbers.
"""

import json
import sys
import time
from bisect import insort
from math import ceil, floor
from random import random, seed

try:
    import simpy
except ImportError:
    sys.exit(3)

NEVER = 0x7FFFFFFF
TWO_32 = 2.0**32
WEEK = 10080
CONVERTED, CLICKED, REPLIED, OPENED, UNSUBSCRIBED, BOUNCED = range(6)


class Contact:
    __slots__ = (
        "row", "zone", "consent", "reachable", "engagement", "propensity", "machine", "dead",
        "pressure", "last_send", "unsubscribed_at", "suppressed_at", "rung", "passes",
        "sent_at", "sent_on", "open_at", "click_at", "reply_at", "bounce_at",
        "entered_at", "conversions", "groups",
    )  # fmt: skip


def quantile(table):
    place = random() * 1024
    cell = int(place)
    low = table[cell]
    return low + (table[cell + 1] - low) * (place - cell)


def whole_minutes(delay):
    return ceil(delay) if delay > 1 else 1


def chance_to_win(op):
    """After the wait that everybody has; the table's step is a 64th of a half-life."""
    chances = op["winThreshold"]
    place = op["serviceMinutes"] * 64 / op["halfLifeMinutes"]
    cell = int(place)
    if cell >= len(chances) - 1:
        return chances[-1] / TWO_32
    return (chances[cell] + (chances[cell + 1] - chances[cell]) * (place - cell)) / TWO_32


class Model:
    def __init__(self, data):
        program, self.columns = data["program"], data["columns"]
        journey = program["journeys"][0]
        self.epoch = program["epoch"]
        self.end = program["endMinute"]
        self.zones = program["zones"]
        self.response = program["response"]
        self.steps = journey["steps"]
        self.sends = journey["sends"]
        self.horizon = journey["horizonMinute"]
        self.entry = journey["entryStep"]
        self.counters = journey["counters"]
        self.ladders = journey["ladders"]
        self.window = journey["goals"][0]["windowMinutes"]
        self.channels = range(len(program["channels"]))
        # Shares instead of thresholds of 2^32: random() is a share.
        for send in self.sends:
            for name in ("hardBounceThreshold", "deliveredThreshold", "complaintShareThreshold", "replyThreshold",
                         "quickShareThreshold"):  # fmt: skip
                send[name] /= TWO_32
            send["conversionThreshold"] = [value / TWO_32 for value in send["conversionThreshold"]]
        for table in self.response["goodwill"]:
            table["thresholds"] = [value / TWO_32 for value in table["thresholds"]]
        for step in self.steps:
            if step["op"]["op"] == "handoff":
                step["op"]["winShare"] = chance_to_win(step["op"])
        self.entered = [0] * len(self.steps)
        self.exits = [[0] * len(step["exits"]) for step in self.steps]
        self.in_flight = [0] * len(self.steps)
        self.tallies = [dict.fromkeys(("sent", "delivered", "opened", "openedTrue", "clicked", "replied", "converted",
                                       "unsubscribed", "bounced", "complained", "revenue"), 0)
                        for _ in self.sends]  # fmt: skip
        self.unsent = [0] * len(self.sends)
        self.cost = 0
        self.won = 0
        self.goal = [0, 0]

    def make_contact(self, row):
        columns, response = self.columns, self.response
        contact = Contact()
        contact.row = row
        contact.zone = columns["zone"][row]
        contact.consent = columns["consent"][row]
        contact.reachable = columns["reachable"][row]
        contact.engagement = int(random() * 16)
        contact.propensity = int(random() * 256)
        told = columns["machine"][row]
        contact.machine = random() * TWO_32 < response["machineThreshold"] if told == 2 else told == 1
        contact.dead = random()
        contact.pressure = contact.last_send = 0
        contact.unsubscribed_at = [NEVER for _ in self.channels]
        contact.suppressed_at = [NEVER for _ in self.channels]
        contact.rung = [0] * self.ladders
        contact.passes = [0] * self.counters
        contact.sent_at = NEVER
        contact.entered_at = NEVER
        contact.conversions = conversions = []
        gap, exponential, end = response["organicGap"][contact.propensity], response["exponential"], self.end
        minute = quantile(exponential) * gap
        while minute < end:
            conversions.append((int(minute), self.order_value()))
            minute += quantile(exponential) * gap
        return contact

    def order_value(self):
        response = self.response
        return floor(response["orderMeanMinor"] * quantile(response["orderValue"]) + 0.5)

    def obstacle(self, contact, send, now):
        channel = send["channel"]
        if contact.suppressed_at[channel] <= now:
            return True
        if not send["transactional"] and (not contact.consent >> channel & 1 or contact.unsubscribed_at[channel] <= now):
            return True
        return not contact.reachable >> channel & 1

    def pressure_bin(self, contact, now):
        decay = self.response["pressureDecay"]
        left = contact.pressure
        if left > 0:
            quarters = (now - contact.last_send) // 15
            last = len(decay) - 1
            while quarters > last:
                left *= decay[last]
                quarters -= last
            left = contact.pressure = int(left * decay[quarters])
        contact.last_send = now
        return min(255, int(self.response["startPressure"] + left) >> 8)

    def warped(self, zone, now, elapsed):
        zones, warp = self.zones, self.response["warp"]
        quarter = min(max(0, (self.epoch + now) // 15 - zones["firstQuarter"]), zones["quarters"] - 1)
        local = self.epoch + now + zones["offsets"][zone * zones["quarters"] + quarter]
        begin = (local + 3 * 1440) % WEEK
        virtual_at = warp["virtualAtHour"]
        hour = begin // 60
        start = virtual_at[hour]
        target = start + (begin - hour * 60) * (virtual_at[hour + 1] - start) / 60 + elapsed
        weeks = target // WEEK
        target -= weeks * WEEK
        hour = warp["hourOfVirtual"][int(target / 60)]
        while virtual_at[hour + 1] <= target:
            hour += 1
        start = virtual_at[hour]
        return weeks * WEEK + hour * 60 + (target - start) * 60 / (virtual_at[hour + 1] - start) - begin

    def send(self, contact, index, now):
        """Sends, and draws everything that will come of it."""
        send, tally, response, end = self.sends[index], self.tallies[index], self.response, self.end
        channel, engagement = send["channel"], contact.engagement
        pressure = self.pressure_bin(contact, now)
        tally["sent"] += 1
        self.cost += send["costMicros"]
        contact.pressure += send["pressure"]
        contact.sent_at, contact.sent_on = now, channel
        contact.open_at = contact.click_at = contact.reply_at = contact.bounce_at = NEVER
        dead = contact.dead < send["hardBounceThreshold"]
        if dead or random() >= send["deliveredThreshold"]:
            if now + 1 < end:
                tally["bounced"] += 1
                contact.bounce_at = now + 1
            if dead:
                contact.suppressed_at[channel] = min(contact.suppressed_at[channel], now + 1)
            return
        tally["delivered"] += 1
        place = random() * 1024
        cell = int(place)
        delays = send["openDelay"]
        delay = delays[cell] + (delays[cell + 1] - delays[cell]) * (place - cell)
        open_time = now + whole_minutes(self.warped(contact.zone, now, delay) if send["warped"] else delay)
        odds = send["openOdds"][engagement] * send["openFatigue"][pressure]
        opens = random() * (1 + odds) < odds
        odds = send["unsubscribeOdds"][engagement] * send["unsubscribeFatigue"][pressure]
        if random() * (1 + odds) < odds and open_time < min(end, contact.unsubscribed_at[channel]):
            contact.unsubscribed_at[channel] = open_time
            tally["unsubscribed"] += 1
            tally["complained"] += random() < send["complaintShareThreshold"]
        if opens and send["opensCounted"] and open_time < end:
            tally["openedTrue"] += 1
        if send["replyThreshold"] > 0 and not send["replyIsClick"] and random() < send["replyThreshold"]:
            if open_time + 1 < end:
                tally["replied"] += 1
                contact.reply_at = open_time + 1
        if send["opensReported"]:
            reported = open_time if opens else NEVER
            if send["machineOpens"] and contact.machine:
                reported = min(reported, now + 1 + int(random() * response["machineOpenMinutes"]))
            if reported < end:
                tally["opened"] += 1
                contact.open_at = reported
        if send["goodwill"] >= 0 and (opens or send["goodwillAtDelivery"]):
            self.goodwill(contact, send["goodwill"], now if send["goodwillAtDelivery"] else open_time)
        if opens:
            factors = send["clickDelayFactor"]
            odds = send["clickOdds"][engagement] * send["clickFatigue"][pressure]
            if factors:
                odds *= factors[cell >> 3]
            if random() * (1 + odds) < odds:
                self.click(contact, send, tally, open_time)

    def goodwill(self, contact, row, since):
        table = self.response["goodwill"][row]
        place, word = contact.propensity * table["width"], random()
        while word >= table["thresholds"][place]:
            place += 1
            minute = since + whole_minutes(quantile(self.response["goodwillDelay"]))
            if minute < self.end:
                insort(contact.conversions, (minute, self.order_value()))

    def click(self, contact, send, tally, open_time):
        minute = open_time + whole_minutes(quantile(send["clickDelay"]))
        if minute >= self.end:
            return
        tally["clicked"] += 1
        contact.click_at = minute
        if send["replyIsClick"]:
            tally["replied"] += 1
            contact.reply_at = minute
        if random() >= send["conversionThreshold"][contact.propensity]:
            return
        delays = send["quickDelay"] if random() < send["quickShareThreshold"] else send["slowDelay"]
        bought = minute + whole_minutes(quantile(delays))
        if bought < self.end:
            value = self.order_value()
            insort(contact.conversions, (bought, value))
            tally["converted"] += 1
            tally["revenue"] += value

    def first_conversion(self, contact):
        """The one that counts: the first after the entry, inside the goal's window."""
        entered_at = contact.entered_at
        for event in contact.conversions:
            if event[0] > entered_at:
                return event if event[0] < entered_at + self.window else None
        return None

    def check(self, contact, op, now):
        """Exit and minute of leaving."""
        deadline = now + op["windowMinutes"]
        if contact.sent_at == NEVER:
            return op["noResponseExit"], deadline
        sent_at = contact.sent_at
        if op["fromSend"]:
            deadline = max(now, sent_at + op["windowMinutes"])
        exit_of = op["exitOf"]
        converted = NEVER
        if exit_of[CONVERTED] >= 0:
            event = self.first_conversion(contact)
            if event is not None and sent_at < event[0] <= deadline:
                converted = event[0]
        left = contact.unsubscribed_at[contact.sent_on]
        minutes = (converted, contact.click_at, contact.reply_at, contact.open_at,
                   left if left > sent_at else NEVER, contact.bounce_at)  # fmt: skip
        settled = deadline if op["ranked"] else now
        chosen, leave = op["noResponseExit"], deadline
        first = NEVER
        for exit_, minute in zip(exit_of, minutes):
            if exit_ < 0:
                continue
            if minute <= settled:
                return exit_, settled
            if minute < first and minute <= deadline:
                first = leave = minute
                chosen = exit_
        return chosen, leave

    def climb(self, contact, op, now):
        ladder, rungs = op["ladder"], op["rungs"]
        while contact.rung[ladder] < len(rungs):
            send = rungs[contact.rung[ladder]]
            contact.rung[ladder] += 1
            if not self.obstacle(contact, self.sends[send], now):
                self.send(contact, send, now)
                return 0
            self.unsent[send] += 1
        return 1

    def hand_over(self, contact, op, now):
        self.cost += op["costMicros"]
        if random() >= op["winShare"]:
            return
        won = now + whole_minutes(quantile(op["cycle"]))
        if won < self.end:
            self.won += 1
            value = floor(op["valueMeanMinor"] * quantile(self.response["orderValue"]) + 0.5)
            insort(contact.conversions, (won, value))

    def live(self, env, contact):
        """The process of one contact."""
        steps, entered, exits, inputs = self.steps, self.entered, self.exits, self.columns["inputs"]
        horizon = self.horizon
        at = self.entry
        spread = steps[at]["op"]["spreadMinutes"]
        if spread > 0:
            yield env.timeout(int(random() * spread))
        contact.entered_at = now = env.now
        while at >= 0:
            step = steps[at]
            op = step["op"]
            kind = op["op"]
            entered[at] += 1
            if step["counter"] >= 0:
                contact.passes[step["counter"]] += 1
                if contact.passes[step["counter"]] > step["maxPasses"]:
                    return
            leave = now
            exit_ = 0
            if kind == "check":
                exit_, leave = self.check(contact, op, now)
            elif kind == "message":
                send = op["sendByChannel"][op["order"][0]]
                if self.obstacle(contact, self.sends[send], now):
                    self.unsent[send] += 1
                else:
                    self.send(contact, send, now)
            elif kind == "escalate":
                exit_ = self.climb(contact, op, now)
            elif kind == "split":
                for test in op["tests"]:
                    if inputs[test["input"]][contact.row]:
                        break
                    exit_ += 1
            elif kind == "wait":
                leave += op["until"]["minutes"]
            elif kind == "handoff":
                leave += op["serviceMinutes"]
                if leave < horizon:
                    self.hand_over(contact, op, leave)
            elif kind == "update":
                for change in op["changes"]:
                    for channel in self.channels:
                        if change["channels"] >> channel & 1:
                            contact.suppressed_at[channel] = min(contact.suppressed_at[channel], now)
            elif kind == "exit":
                return
            if leave >= horizon:
                self.in_flight[at] += 1
                return
            if leave > now:
                yield env.timeout(leave - now)
                now = leave
            exits[at][exit_] += 1
            at = step["targets"][exit_]

    def run(self, count):
        env = simpy.Environment()
        contacts = []
        for row in range(count):
            contact = self.make_contact(row)
            contacts.append(contact)
            env.process(self.live(env, contact))
        env.run()
        for contact in contacts:
            event = self.first_conversion(contact)
            if event is not None:
                self.goal[0] += 1
                self.goal[1] += event[1]


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        data = json.load(file)
    model = Model(data)
    seed(int(sys.argv[2]))
    count = len(data["columns"]["zone"])
    begin = time.process_time()
    model.run(count)
    seconds = time.process_time() - begin
    json.dump({"seconds": seconds, "contacts": count, "entered": model.entered, "goal": model.goal,
               "sent": [tally["sent"] for tally in model.tallies]}, sys.stdout)  # fmt: skip


main()
