"use strict";
// pages.js FOLDER: the pages page.html, report.html and many.html of FOLDER in a
// browser, as a reader has them: wide and narrow, light and dark, on paper, by
// keyboard.  Pictures of them go into FOLDER.  For test/browser/pages.

const fs = require("fs");
const puppeteer = require("puppeteer-core");
const axe = fs.readFileSync(require.resolve("axe-core"), "utf8");
const folder = process.argv[2];
const ways = {
	light: { width: 1200, scheme: "light" },
	dark: { width: 1200, scheme: "dark" },
	narrow: { width: 360, scheme: "light" },
	print: { width: 800, scheme: "dark", media: "print" },
};
let failures = 0;

function check(what, right, more) {
	if (!right) {
		failures++;
		console.log("FAILED " + what + (more ? ": " + more : ""));
	}
}

async function open(browser, name, way) {
	const page = await browser.newPage();
	const said = [];
	page.on("console", (m) => said.push(m.text()));
	page.on("pageerror", (e) => said.push(String(e)));
	page.on("request", (r) => {
		if (!r.url().startsWith("file:"))
			said.push(r.url());
	});
	await page.setViewport({ width: way.width, height: 900 });
	await page.emulateMediaFeatures([{
		name: "prefers-color-scheme", value: way.scheme,
	}]);
	if (way.media)
		await page.emulateMediaType(way.media);
	await page.goto("file://" + folder + "/" + name + ".html");
	page.said = said;
	return page;
}

// What can be asked of any page.
async function look(browser, name, as) {
	const page = await open(browser, name, ways[as]);
	const what = name + ", " + as;
	const size = await page.evaluate(() =>
		[document.documentElement.scrollWidth, innerWidth]);
	check(what + ": wider than the window", size[0] <= size[1],
		size.join(" > "));
	await page.evaluate(axe);
	// what is beyond the window is on the pictures, too
	await page.addStyleTag({
		content: ".doc { content-visibility: visible !important }",
	});
	for (const all of [false, true]) {
		if (all)
			await page.evaluate(() =>
				document.querySelectorAll("details")
					.forEach((d) => { d.open = true; }));
		const found = await page.evaluate(() => axe.run(document, {
			resultTypes: ["violations"],
		}));
		for (const v of found.violations)
			check(what + ": axe", false, v.id + ": " +
				v.nodes[0].html.slice(0, 200));
		await page.screenshot({
			path: folder + "/" + name + "-" + as +
				(all ? "-open" : "") + ".png",
			clip: { x: 0, y: 0, width: ways[as].width, height: 4000 },
			captureBeyondViewport: true,
		});
	}
	check(what + ": the browser says", page.said.length === 0,
		page.said.join(" "));
	await page.close();
}

// Each link into the page has an end; followed, it is to be seen.
async function links(browser, name, some) {
	const page = await open(browser, name, ways.light);
	const lost = await page.evaluate(() =>
		[...document.querySelectorAll("a[href^='#']")]
			.map((a) => a.getAttribute("href").slice(1))
			.filter((id) => !document.getElementById(id)));
	check(name + ": links lead nowhere", lost.length === 0, lost[0]);
	for (const selector of some) {
		const seen = await page.evaluate(async (selector) => {
			const all = document.querySelectorAll(selector);
			const a = all[all.length - 1];
			if (!a)
				return "no link";
			a.click();
			for (let i = 0; i < 20; i++)
				await new Promise(requestAnimationFrame);
			const r = document.getElementById(
				location.hash.slice(1)).getBoundingClientRect();
			return r.height > 0 && r.bottom > 0 &&
				r.top < innerHeight ? "" : JSON.stringify(r);
		}, selector);
		check(name + ": " + selector + " is not seen", seen === "", seen);
	}
	await page.close();
}

async function layers(browser) {
	const page = await open(browser, "page", ways.light);
	const color = (selector) => page.$eval(selector, (e) =>
		getComputedStyle(e).backgroundColor);
	for (const layer of ["q", "per", "n"]) {
		const on = await color("article ." + layer);
		await page.click("#show-" + layer);
		const off = await color("article ." + layer);
		check("page: the layer " + layer + " does not switch",
			on !== off && off === "rgba(0, 0, 0, 0)", on + " " + off);
	}
	await page.close();
}

async function keyboard(browser, name) {
	const page = await open(browser, name, ways.light);
	await page.keyboard.press("Tab");
	const first = await page.evaluate(() => {
		const r = document.activeElement.getBoundingClientRect();
		return document.activeElement.className + " " + (r.left >= 0);
	});
	check(name + ": Tab does not begin with a link that skips",
		first === "skip true", first);
	await page.close();
}

async function visible(page) {
	return page.evaluate(() =>
		[...document.querySelectorAll("#said li")]
			.filter((li) => !li.hidden).length);
}

// The box finds, folds accents and case, says how many, and forgets.
async function find(browser, name, words) {
	const page = await open(browser, name, ways.light);
	const all = await visible(page);
	for (const word of words) {
		const want = await page.evaluate((word) => {
			const fold = (s) => s.normalize("NFD")
				.replace(/\p{M}/gu, "").toLowerCase();
			return [...document.querySelectorAll("#said li")]
				.map((li) => fold(li.closest("details")
					.querySelector("summary").textContent + " " +
					li.textContent))
				.filter((s) => fold(word).split(" ")
					.every((w) => s.includes(w))).length;
		}, word);
		const began = Date.now();
		await page.click("#find", { count: 3 });
		await page.type("#find", word);
		await page.waitForFunction((n) => document.getElementById("found")
			.textContent.startsWith(n + " of "), {}, want)
			.catch((e) => check(name + ": find " + word, false, String(e)));
		const ms = Date.now() - began;
		const n = await visible(page);
		check(name + ": find " + word, n === want && n < all && n > 0,
			n + " of " + all + ", not " + want);
		console.log(name + ": " + word + ": " + n + " of " + all + " in " +
			ms + " ms with typing");
	}
	await page.$eval("#find", (e) => {
		e.value = "";
		e.dispatchEvent(new Event("input"));
	});
	await page.waitForFunction(() =>
		document.getElementById("found").textContent === "");
	check(name + ": all come back", await visible(page) === all);
	await page.close();
}

// What is folded on the screen is on paper.
async function paper(browser, name) {
	const page = await open(browser, name, ways.light);
	await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
	const folded = await page.$$eval("details:not(.in):not([open])",
		(d) => d.length);
	await page.evaluate(() => dispatchEvent(new Event("afterprint")));
	const again = await page.$$eval("details:not([open])", (d) => d.length);
	check(name + ": folded on paper", folded === 0 && again > 0,
		folded + " " + again);
	await page.pdf({ path: folder + "/" + name + ".pdf", format: "A4" });
	await page.close();
}

(async () => {
	const browser = await puppeteer.launch({
		executablePath: process.env.BROWSER,
		args: ["--no-sandbox", "--disable-gpu"],
	});
	for (const name of ["page", "report"])
		for (const as of Object.keys(ways))
			await look(browser, name, as);
	await layers(browser);
	await links(browser, "page", ["aside table a"]);
	await links(browser, "report", ["#quoted a", "#said li a", "#names a",
		"#money a", "#dates a", "#pairs a"]);
	await keyboard(browser, "page");
	await keyboard(browser, "report");
	await find(browser, "report", ["akerlund", "WILL", "contract"]);
	await paper(browser, "report");
	await find(browser, "many", ["number 77", "d500 2019"]);
	await links(browser, "many", ["#quoted a", "#said li a"]);
	await browser.close();
	console.log("pages: " + failures + " failures");
	process.exit(failures > 0 ? 1 : 0);
})();
